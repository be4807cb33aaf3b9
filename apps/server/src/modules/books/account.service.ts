// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { booksEndpoints as at, RequestOf } from '@resham/contract'
import { listPartiesById } from '#modules/parties/index.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { pageOf, pageSize } from '#platform/http/paging.ts'
import type { BusinessContext, FileReply } from '#platform/http/route.ts'
import { balancesOf } from './balances.service.ts'
import { toAccount, toAmount, toDecimal, toLine } from './books.mapping.ts'
import { listAccounts } from './books.repository.ts'
import type { AccountLine, Month } from './books.types.ts'
import { todayOf } from './close.service.ts'
import { lastDayOf } from './months.ts'
import { listAccountLines, listEntryLines } from './sums.repository.ts'
import { csv, monthAsked } from './trial-balance.service.ts'

/** So many lines of an account in one file; more is a month of its own. */
const mostInFile = 100_000

/**
 * A month of an account: what it stood at, each line with the balance after it, what it stands at.
 *
 * @throws platform.not-found
 */
export async function readAccount(ctx: BusinessContext, { params, query }: RequestOf<typeof at.account>) {
  const month = monthAsked(ctx, query)
  const size = pageSize(query)
  const { currency } = ctx.business
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const at = await accountAt(tx, ctx, params.account, month)
    const after = query.cursor === undefined ? undefined : readCursor(query.cursor)
    const span = { account: params.account, from: month, to: lastDayOf(month) }
    const lines = await listAccountLines(tx, { ...span, ...(after ? { after } : {}), limit: size + 1 })
    let balance = after?.balance ?? at.opening
    const rows = lines.map((line) => {
      balance += line.minor
      return { line, balance }
    })
    const { items, next } = pageOf(rows, size, ({ line, balance }) => writeCursor(line, balance))
    const names = await namesFor(
      tx,
      items.map(({ line }) => line),
    )
    return {
      account: toAccount(at.account),
      month: month.slice(0, 7),
      months: at.months,
      opening: toAmount(at.opening, currency),
      closing: toAmount(at.closing, currency),
      items: items.map(({ line, balance }) => ({
        ...toLine(line, currency, names),
        balance: toAmount(balance, currency),
      })),
      next,
    }
  })
}

/** The same as a file. @throws platform.not-found */
export async function writeAccount(
  ctx: BusinessContext,
  { params, query }: RequestOf<typeof at.accountFile>,
): Promise<FileReply> {
  const month = monthAsked(ctx, query)
  const { currency } = ctx.business
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const { opening } = await accountAt(tx, ctx, params.account, month)
    const span = { account: params.account, from: month, to: lastDayOf(month) }
    const lines = await listAccountLines(tx, { ...span, limit: mostInFile })
    const names = await namesFor(tx, lines)
    let balance = opening
    const rows = lines.map((line) => {
      balance += line.minor
      const party = line.partyId === null ? '' : (names.get(line.partyId) ?? '')
      const foreign =
        line.foreignMinor === null || line.currency === null ? '' : toDecimal(line.foreignMinor, line.currency)
      return [
        line.day,
        line.event,
        party,
        line.memo ?? '',
        toDecimal(line.minor, currency),
        toDecimal(balance, currency),
        foreign,
        line.currency ?? '',
      ]
    })
    const header = ['day', 'what', 'party', 'note', 'amount', 'balance', 'foreign amount', 'foreign currency']
    return csv(`account-${params.account}-${month.slice(0, 7)}.csv`, [header, ...rows])
  })
}

/** An entry with both its sides. @throws platform.not-found */
export async function readEntry(ctx: BusinessContext, { params }: RequestOf<typeof at.entry>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const lines = await listEntryLines(tx, params.entry)
    const [first] = lines
    if (!first) throw new AppError('platform.not-found')
    const accounts = new Map((await listAccounts(tx)).map((account) => [account.code, account.names]))
    const names = await namesFor(tx, lines)
    return {
      id: params.entry,
      day: first.day,
      event: first.event,
      memo: first.memo,
      source: { kind: first.sourceKind, id: first.sourceId },
      lines: lines.map((line) => ({
        ...toLine(line, ctx.business.currency, names),
        account: { code: line.account, names: { en: line.account, ur: line.account, ...accounts.get(line.account) } },
      })),
    }
  })
}

async function accountAt(tx: TenantTx, ctx: BusinessContext, code: string, month: Month) {
  const account = (await listAccounts(tx)).find((one) => one.code === code)
  if (!account) throw new AppError('platform.not-found')
  const { periods, before, within } = await balancesOf(
    tx,
    { from: month, to: month },
    { today: todayOf(ctx), now: ctx.now },
  )
  const opening = before.get(code) ?? 0n
  const { debit, credit } = within.get(code) ?? { debit: 0n, credit: 0n }
  const months = periods.map((period) => period.month.slice(0, 7)).reverse()
  return { account, months, opening, closing: opening + debit - credit }
}

async function namesFor(tx: TenantTx, lines: readonly AccountLine[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(lines.flatMap(({ partyId }) => partyId ?? []))]
  if (ids.length === 0) return new Map()
  return new Map((await listPartiesById(tx, ids)).map(({ id, name }) => [id, name]))
}

// The balance travels with the cursor: a page need not add up those before it.
function writeCursor({ day, entryId, lineNo }: AccountLine, balance: bigint): string {
  return `${day}~${entryId}~${lineNo}~${balance}`
}

/** @throws platform.invalid-request */
function readCursor(text: string) {
  const match = /^(\d{4}-\d\d-\d\d)~([0-9a-f-]{36})~(\d{1,5})~(-?\d{1,30})$/.exec(text)
  if (!match) throw new AppError('platform.invalid-request', { field: 'cursor' })
  const [, day = '', entryId = '', lineNo = '', balance = ''] = match
  return { day, entryId, lineNo: Number(lineNo), balance: BigInt(balance) }
}
