// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { bankingEndpoints as at, RequestOf } from '@resham/contract'
import { checkIban, type Statement } from '@resham/formats'
import {
  type BankLayout,
  type BankStretch,
  type BankTable,
  missingBankColumns,
  readBankTable,
  sniffBankTable,
} from '@resham/ledger'
import { currencyDecimals } from '@resham/pack-kit'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { decompressors } from '#platform/files/decompressors.ts'
import type { FileStore } from '#platform/files/files.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import {
  deleteUnreadFile,
  findBankFile,
  findBankFileByContent,
  findLayout,
  finishBankFile,
  insertBankFile,
  isContentKept,
  saveLayout,
} from './bank-files.repository.ts'
import { type TableChoice, toChoice, toFileReply, withChoice } from './banking.mapping.ts'
import { findKnownLines, insertBankLines, insertStatement } from './banking.repository.ts'
import type { BadStatementRow, BankFile, BankLine, MoneyAccountRecord } from './banking.types.ts'
import { getAccount } from './money-accounts.service.ts'
import { bytesOf, formatOf, lineIds, readMessage, statementLimit, toStretchOf } from './reading.ts'

/** What a file holds, however it was written. */
type Content = { readonly stretches: readonly BankStretch[]; readonly bad: readonly BadStatementRow[] }
const linesShown = 20

/**
 * Takes a statement in. One that says itself how it is read, and a table whose shape was confirmed before, are read at
 * once; another table waits for a person. The same file again answers what became of it the first time.
 *
 * @throws formats.*, banking.currency-differs, banking.other-account
 */
export async function receiveStatement(
  ctx: BusinessContext,
  store: FileStore,
  upload: { readonly accountId: string; readonly fileName: string; readonly content: AsyncIterable<Uint8Array> },
) {
  const account = await withTenant(ctx.db, ctx.business.tenantId, (tx) => getAccount(tx, upload.accountId))
  const files = store.of(ctx.business.tenantId, 'statements')
  const stored = await files.put(upload.content, statementLimit)
  const source = () => files.open(stored.hash)
  try {
    const bytes = await bytesOf(source)
    const format = formatOf(bytes)
    const table = format === 'table' ? await sniffBankTable(source, decompressors) : null
    const statements = format === 'table' ? [] : readMessage(format, bytes)
    for (const statement of statements) checkBelongs(statement, account)
    return await withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
      await getAccount(tx, account.id, { lock: true })
      const known = await findBankFileByContent(tx, account.id, stored.hash)
      if (known) return toFileReply(known)
      const layout = table && (await rememberedLayout(tx, account.id, table.layout))
      const id = newId(ctx.now)
      const made = {
        ...{ id, moneyAccountId: account.id, fileName: upload.fileName, fileHash: stored.hash, bytes: stored.bytes },
        ...{ format, state: 'asking' as const, layout: layout?.layout ?? null, madeAt: ctx.now },
      }
      const userId = ctx.caller.kind === 'person' ? ctx.caller.userId : null
      await insertBankFile(tx, made, { userId })
      await recordAudit(tx, ctx, 'bank-file.received', { kind: 'bank-file', id }, { bytes: stored.bytes })
      if (format !== 'table') {
        await take(tx, ctx.now, account, made, { stretches: statements.map(toStretchOf), bad: [] })
      } else if (layout?.confirmed) {
        const decimals = currencyDecimals(account.currency)
        await take(
          tx,
          ctx.now,
          account,
          made,
          await readBankTable(source, layout.layout, { ...decompressors, decimals }),
        )
      }
      return toFileReply(await getFile(tx, id))
    })
  } catch (refused) {
    // What is refused is not kept: nobody could ever ask for it.
    if (stored.fresh) await files.remove(stored.hash)
    throw refused
  }
}

/** The layout of a table: as a person confirmed it for tables of this shape, else as guessed. */
async function rememberedLayout(tx: TenantTx, accountId: string, guessed: BankLayout) {
  const confirmed = (await findLayout(tx, accountId, guessed.fingerprint)) as TableChoice | undefined
  return { layout: confirmed ? withChoice(guessed, confirmed) : guessed, confirmed: confirmed !== undefined }
}

function checkBelongs({ currency, account: said }: Statement, account: MoneyAccountRecord): void {
  if (currency !== account.currency) {
    throw new AppError('banking.currency-differs', { statement: currency, account: account.currency })
  }
  const checked = checkIban(said)
  if (account.iban !== null && checked.kind === 'iban' && checked.iban !== account.iban) {
    throw new AppError('banking.other-account', { statement: checked.iban })
  }
}

/** Writes the lines of a file down, those that are new. The account is locked. */
async function take(
  tx: TenantTx,
  now: Date,
  account: Pick<MoneyAccountRecord, 'id' | 'currency'>,
  file: Pick<BankFile<unknown>, 'id' | 'layout'>,
  content: Content,
): Promise<void> {
  const ids = lineIds(tx.tenantId, account.id, content.stretches)
  const known = await findKnownLines(tx, ids.flat())
  let added = 0
  for (const [index, stretch] of content.stretches.entries()) {
    const own = ids[index] ?? []
    const news = stretch.lines.flatMap((line, i) =>
      known.has(own[i] as string) ? [] : [{ ...line, id: own[i] as string }],
    )
    // A stretch that brings nothing new says nothing new of the balances either.
    if (news.length === 0 && stretch.lines.length > 0) continue
    const statementId = newId(now)
    const sharesWith = [...new Set(own.flatMap((id) => known.get(id) ?? []))]
    const { firstDay, lastDay, openingMinor, closingMinor } = stretch
    await insertStatement(tx, {
      ...{ id: statementId, fileId: file.id, moneyAccountId: account.id, currency: account.currency },
      ...{ firstDay, lastDay, openingMinor, closingMinor, lines: stretch.lines.length, sharesWith },
    })
    const lines: BankLine[] = news.map((line) => ({
      ...line,
      ...{ moneyAccountId: account.id, statementId, currency: account.currency, state: 'open' as const },
    }))
    added += await insertBankLines(tx, lines)
  }
  const lines = content.stretches.reduce((sum, stretch) => sum + stretch.lines.length, 0)
  await finishBankFile(tx, file.id, { layout: file.layout as object | null, lines, added, bad: content.bad })
}

/** One file and what came of it. */
export async function readFile(ctx: BusinessContext, { params }: Pick<RequestOf<typeof at.file>, 'params'>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => toFileReply(await getFile(tx, params.file)))
}

/** How a table would be read. @throws banking.already-read */
export async function previewFile(
  ctx: BusinessContext,
  store: FileStore,
  { params, body }: Pick<RequestOf<typeof at.preview>, 'params' | 'body'>,
) {
  const { file, account } = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const file = await getUnread(tx, params.file)
    return { file, account: await getAccount(tx, file.moneyAccountId) }
  })
  const source = () => store.of(ctx.business.tenantId, 'statements').open(file.fileHash)
  const kept = file.layout as unknown as BankLayout
  const { sample } = await sniffBankTable(source, decompressors)
  const layout = body.choice ? withChoice(kept, body.choice) : kept
  const missing = missingBankColumns(layout.columns)
  const table = missing.length > 0 ? nothing : await triedTable(source, layout, account)
  const money = (minor: bigint) => ({ minor: String(minor), currency: account.currency })
  return {
    file: toFileReply(file),
    choice: toChoice(layout),
    header: [...layout.header],
    rows: sample.slice(0, 8).map(({ cells }) => [...cells]),
    lines: table.stretches
      .flatMap(({ lines }) => lines)
      .slice(0, linesShown)
      .map(({ day, amountMinor, balanceMinor, description }) => ({
        ...{ day, description, amount: money(amountMinor) },
        balance: balanceMinor === null ? null : money(balanceMinor),
      })),
    missing: [...missing],
    breaks: table.breaks.slice(0, linesShown).map(({ lineNo, day, wantedMinor, foundMinor }) => ({
      ...{ lineNo, day, wanted: money(wantedMinor), found: money(foundMinor) },
    })),
    bad: table.bad.slice(0, linesShown).map((row) => ({ ...row })),
  }
}

const nothing: BankTable = { stretches: [], breaks: [], bad: [] }

/** The table read that way; nothing where no row is a line, which the page then says. */
async function triedTable(
  source: () => AsyncIterable<Uint8Array>,
  layout: BankLayout,
  account: MoneyAccountRecord,
): Promise<BankTable> {
  try {
    return await readBankTable(source, layout, { ...decompressors, decimals: currencyDecimals(account.currency) })
  } catch (error) {
    if (error instanceof AppError && error.code === 'formats.header-only') return nothing
    throw error
  }
}

/** Reads a table as chosen and remembers the choice. @throws banking.already-read, banking.column-missing, -twice */
export async function confirmFile(
  ctx: BusinessContext,
  store: FileStore,
  { params, body }: Pick<RequestOf<typeof at.confirm>, 'params' | 'body'>,
) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const file = await getUnread(tx, params.file)
    const account = await getAccount(tx, file.moneyAccountId, { lock: true })
    const kept = file.layout as unknown as BankLayout
    const layout = body.choice ? withChoice(kept, body.choice) : kept
    checkColumns(layout)
    const source = () => store.of(ctx.business.tenantId, 'statements').open(file.fileHash)
    const table = await readBankTable(source, layout, {
      ...decompressors,
      decimals: currencyDecimals(account.currency),
    })
    await take(tx, ctx.now, account, { id: file.id, layout: layout as unknown as Record<string, unknown> }, table)
    await saveLayout(tx, account.id, layout.fingerprint, toChoice(layout))
    await recordAudit(tx, ctx, 'bank-file.confirmed', { kind: 'bank-file', id: file.id })
    return toFileReply(await getFile(tx, file.id))
  })
}

function checkColumns({ columns }: BankLayout): void {
  const missing = missingBankColumns(columns)
  if (missing.length > 0) throw new AppError('banking.column-missing', { columns: [...missing] })
  const used = Object.values(columns).filter((column) => column !== null)
  if (new Set(used).size < used.length) throw new AppError('banking.column-twice')
}

/** Throws a file away that was not read; its content stays where another account waits for it. @throws banking.already-read */
export async function discardFile(
  ctx: BusinessContext,
  store: FileStore,
  { params }: Pick<RequestOf<typeof at.discard>, 'params'>,
) {
  const hash = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const file = await getUnread(tx, params.file)
    await deleteUnreadFile(tx, file.id)
    await recordAudit(tx, ctx, 'bank-file.discarded', { kind: 'bank-file', id: file.id })
    return (await isContentKept(tx, file.fileHash)) ? undefined : file.fileHash
  })
  if (hash !== undefined) await store.of(ctx.business.tenantId, 'statements').remove(hash)
  return {}
}

async function getFile(tx: TenantTx, id: string) {
  const file = await findBankFile(tx, id, { lock: true })
  if (!file) throw new AppError('platform.not-found')
  return file
}

async function getUnread(tx: TenantTx, id: string) {
  const file = await getFile(tx, id)
  if (file.state !== 'asking') throw new AppError('banking.already-read')
  return file
}
