// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { bankingEndpoints as at, RequestOf } from '@resham/contract'
import { checkIban, gapsBetween, readMerchantQr, reissueMerchantQr } from '@resham/formats'
import { currencyDecimals, isCurrency, roleAccounts } from '@resham/pack-kit'
import type { FindPack } from '#modules/calendar/index.ts'
import { listMoneyAccounts as openCashBox } from '#modules/documents/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { listBankFiles } from './bank-files.repository.ts'
import { toAccountReply, toFileReply, toGapReply, toStretch } from './banking.mapping.ts'
import { listAccountStandings, listStatements } from './banking.repository.ts'
import type { AccountDetails, MoneyAccountRecord } from './banking.types.ts'
import {
  findMoneyAccount,
  insertMoneyAccount,
  listMoneyAccounts,
  updateMoneyAccount,
} from './money-accounts.repository.ts'

const filesShown = 20

/** Every account with the balance of its last statement; the first look opens the cash box. */
export async function readAccounts(ctx: BusinessContext, findPack: FindPack) {
  const pack = findPack(ctx.business.pack)
  if (!pack) throw new AppError('platform.not-found')
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await openCashBox(tx, { ...ctx, pack })
    const standings = await standingsOf(tx)
    return { items: (await listMoneyAccounts(tx)).map((one) => toAccountReply(one, standings.get(one.id))) }
  })
}

/** Writes an account down. @throws banking.name-taken, banking.iban-invalid, business.currency-unknown */
export async function openAccount(
  ctx: BusinessContext,
  { body }: Pick<RequestOf<typeof at.openAccount>, 'body'>,
  findPack: FindPack,
) {
  const pack = findPack(ctx.business.pack)
  if (!pack) throw new AppError('platform.not-found')
  const currency = body.currency ?? ctx.business.currency
  if (!isCurrency(currency)) throw new AppError('business.currency-unknown', { currency })
  const made: MoneyAccountRecord = {
    id: newId(ctx.now),
    ...{ name: body.name.trim(), kind: body.kind, currency, iban: cleanIban(body.iban) },
    accountCode: roleAccounts(pack.chart.accounts)[body.kind],
    details: detailsOf({}, body),
    version: 1,
  }
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    if (!(await insertMoneyAccount(tx, made))) throw new AppError('banking.name-taken', { name: made.name })
    await recordAudit(tx, ctx, 'money-account.opened', { kind: 'money-account', id: made.id }, { kind: made.kind })
    return toAccountReply(made, undefined)
  })
}

/** One account, what no statement tells, and its last files. */
export async function readAccount(ctx: BusinessContext, { params }: RequestOf<typeof at.account>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const account = await getAccount(tx, params.account)
    const statements = await listStatements(tx, account.id)
    const files = await listBankFiles(tx, { moneyAccountId: account.id, limit: filesShown })
    const lastDays = statements.map(({ lastDay }) => lastDay).sort()
    return {
      account: toAccountReply(account, (await standingsOf(tx)).get(account.id)),
      gaps: gapsBetween(statements.map(toStretch)).map((gap) => toGapReply(gap, account.currency)),
      firstDay: statements[0]?.firstDay ?? null,
      lastDay: lastDays.at(-1) ?? null,
      files: files.map(toFileReply),
    }
  })
}

/** Changes what is said of an account. @throws platform.changed-meanwhile, banking.iban-invalid, formats.qr-broken */
export async function changeAccount(
  ctx: BusinessContext,
  { params, body }: Pick<RequestOf<typeof at.changeAccount>, 'params' | 'body'>,
) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const account = await getAccount(tx, params.account)
    const changed = {
      id: account.id,
      name: body.name.trim(),
      iban: body.iban === undefined ? account.iban : cleanIban(body.iban),
      details: detailsOf(account.details, body),
      version: body.version,
    }
    const others = (await listMoneyAccounts(tx)).filter(({ id }) => id !== account.id)
    if (others.some(({ name }) => name === changed.name))
      throw new AppError('banking.name-taken', { name: changed.name })
    if (!(await updateMoneyAccount(tx, changed))) {
      throw new AppError('platform.changed-meanwhile', { version: account.version })
    }
    await recordAudit(tx, ctx, 'money-account.changed', { kind: 'money-account', id: account.id })
    return toAccountReply(await getAccount(tx, account.id), (await standingsOf(tx)).get(account.id))
  })
}

/** What a payer is told. The code goes out with an amount only where the owner says that the acquirer allows it. */
export async function askToPay(ctx: BusinessContext, { params, query }: RequestOf<typeof at.askToPay>) {
  const account = await withTenant(ctx.db, ctx.business.tenantId, (tx) => getAccount(tx, params.account))
  const { currency, iban, name, details } = account
  const amountText = query.amountMinor === undefined ? null : decimalText(query.amountMinor, currencyDecimals(currency))
  const { codeText, codeHasAmount } = codeFor(details, amountText, query.reference ?? '')
  return {
    amount: query.amountMinor === undefined ? null : { minor: query.amountMinor, currency },
    ...{ amountText, reference: query.reference ?? '', name, iban, codeText, codeHasAmount },
    holder: details.holder ?? null,
    walletId: details.walletId ?? null,
  }
}

/** The text of the code to show: with the amount where it may be, else the owner's own, into which the payer types it. */
function codeFor(details: AccountDetails, amountText: string | null, reference: string) {
  if (details.qrText === undefined) return { codeText: null, codeHasAmount: false }
  if (!details.qrWithAmount || amountText === null) return { codeText: details.qrText, codeHasAmount: false }
  const payment = { amount: amountText, ...(reference !== '' && { reference }) }
  return { codeText: reissueMerchantQr(readMerchantQr(details.qrText), payment), codeHasAmount: true }
}

/** One account. @throws platform.not-found */
export async function getAccount(tx: TenantTx, id: string, options: { lock?: boolean } = {}) {
  const account = await findMoneyAccount(tx, id, options)
  if (!account) throw new AppError('platform.not-found')
  return account
}

async function standingsOf(tx: TenantTx) {
  return new Map((await listAccountStandings(tx)).map((one) => [one.moneyAccountId, one]))
}

function cleanIban(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text.trim() === '') return null
  const checked = checkIban(text)
  if (checked.kind === 'iban') return checked.iban
  throw new AppError('banking.iban-invalid', { reason: checked.reason })
}

type Told = { walletId?: string | null; holder?: string | null; codeText?: string | null; codeWithAmount?: boolean }

/** What is left out stays; what is empty goes. */
function detailsOf(before: AccountDetails, told: Told): AccountDetails {
  const { walletId, holder, codeText, codeWithAmount } = told
  const text = codeText?.replace(/[\r\n\t]/g, '').trim()
  if (text) readMerchantQr(text)
  const kept = (said: string | null | undefined, had: string | undefined) =>
    said === undefined ? had : said?.trim() || undefined
  return Object.fromEntries(
    Object.entries({
      walletId: kept(walletId, before.walletId),
      holder: kept(holder, before.holder),
      qrText: codeText === undefined ? before.qrText : text || undefined,
      qrWithAmount: codeWithAmount ?? before.qrWithAmount,
    }).filter(([, value]) => value !== undefined),
  )
}

function decimalText(minor: string, decimals: number): string {
  if (decimals === 0) return minor
  const digits = minor.padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
