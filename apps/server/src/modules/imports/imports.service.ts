// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { Import, Preview } from '@resham/contract'
import {
  applyCorrection,
  type BadRow,
  compilePattern,
  correctionOf,
  defaultRules,
  type LedgerLine,
  type LineRule,
  missingColumns,
  readLedger,
  sniffLedger,
} from '@resham/ledger'
import { isCurrency } from '@resham/pack-kit'
import type { Static } from 'typebox'
import { findBooksSpan } from '#modules/sales/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { changeCurrency } from '#platform/auth/index.ts'
import { type TenantTx, withPlatform, withTenant } from '#platform/db/tenancy.ts'
import { decompressors } from '#platform/files/decompressors.ts'
import type { FileStore } from '#platform/files/files.ts'
import type { AtBusiness, BusinessContext, Caller } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/queue/enqueue.ts'
import { loadImport, reclassify } from './imports.jobs.ts'
import { toImportReply, toPreviewReply } from './imports.mapping.ts'
import {
  createImport,
  deleteRules,
  findImport,
  findRules,
  findShape,
  isFileLoaded,
  isFileNeeded,
  listDoneImports,
  lockImport,
  saveRules,
  saveShape,
  setImportState,
} from './imports.repository.ts'
import type { Choice, ImportRecord } from './imports.types.ts'
import { takeBack } from './load.service.ts'
import { chosenLayout, guessedChoice, readOptions, sourceOf } from './reading.ts'

/** Who acts for which business, and when; nobody when the platform acts by itself. */
export type Acting = Pick<BusinessContext, 'db' | 'now'> & {
  readonly caller: Caller | null
  readonly business: Pick<AtBusiness, 'tenantId' | 'currency'>
}

/** What a person may hand in at most. */
export const uploadLimit = 1024 ** 3
/** And in a sample shop, which anybody gets for the asking. */
export const sampleUploadLimit = 20 * 1024 ** 2

/** Takes a file in and finds out how it would be read. Nothing enters the books. @throws formats.*, ledger.* */
export async function receiveFile(
  ctx: Acting,
  store: FileStore,
  upload: { readonly fileName: string; readonly content: AsyncIterable<Uint8Array>; readonly limitBytes?: number },
): Promise<Static<typeof Import>> {
  const files = store.of(ctx.business.tenantId)
  const stored = await files.put(upload.content, upload.limitBytes ?? uploadLimit)
  const { layout } = await sniffLedger(sourceOf(files, stored.hash), decompressors).catch(async (refused) => {
    // What is refused is not kept: no import names it, so nobody could ever ask for it.
    if (stored.fresh) await files.remove(stored.hash)
    throw refused
  })
  const id = newId(ctx.now)
  const createdBy = ctx.caller?.kind === 'person' ? ctx.caller.userId : null
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const shape = await findShape(tx, layout.fingerprint)
    const choice = shape
      ? guessedChoice(applyCorrection(layout, shape.correction), shape.currency)
      : guessedChoice(layout, ctx.business.currency)
    const { hash: fileHash, bytes } = stored
    await createImport(tx, { id, fileName: upload.fileName, fileHash, bytes, layout, choice, createdBy })
    await recordAudit(tx, ctx, 'import.received', { kind: 'import', id }, { bytes })
    return toReply(tx, await getImport(tx, id))
  })
}

/** How the file would be read; with a choice, how it would be read that way. */
export async function previewImport(
  ctx: BusinessContext,
  files: FileStore,
  importId: string,
  asked: Choice | undefined,
): Promise<Static<typeof Preview>> {
  const { record, reply, shape, rules } = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const record = await getImport(tx, importId)
    const shape = await findShape(tx, record.layout.fingerprint)
    return { record, shape, reply: await toReply(tx, record), rules: (await findRules(tx)) ?? defaultRules }
  })
  const source = sourceOf(files.of(ctx.business.tenantId), record.fileHash)
  const sniffed = await sniffLedger(source, decompressors)
  const choice = asked ?? record.choice
  const layout = chosenLayout(sniffed.layout, choice)
  const lines: LedgerLine[] = []
  const bad: BadRow[] = []
  if (missingColumns(layout.columns).length === 0) {
    for await (const batch of readLedger(source, layout, rules, { ...readOptions(choice.currency), batchLines: 40 })) {
      lines.push(...batch.lines.slice(0, 20))
      bad.push(...batch.bad.slice(0, 20))
      break
    }
  }
  return toPreviewReply(reply, { sniffed, choice, remembered: shape !== undefined, lines, bad })
}

/** Puts a file in the queue for the books, read as chosen; the choice is remembered for its shape. */
export async function startImport(
  ctx: Acting,
  importId: string,
  asked: Choice | undefined,
): Promise<Static<typeof Import>> {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const record = await lockImport(tx, importId)
    if (!record) throw new AppError('platform.not-found')
    if (record.state !== 'ready') throw new AppError('imports.already-started')
    const choice = asked ?? record.choice
    checkColumns(record, choice)
    if (!isCurrency(choice.currency)) throw new AppError('business.currency-unknown', { currency: choice.currency })
    await settleCurrency(ctx, tx, choice.currency)
    if (asked) {
      const correction = correctionOf(chosenLayout(record.layout, choice))
      await saveShape(tx, record.layout.fingerprint, { correction, currency: choice.currency })
    }
    await setImportState(tx, importId, 'waiting', { choice })
    await enqueue(tx, loadImport, { importId }, ctx.now)
    await recordAudit(tx, ctx, 'import.started', { kind: 'import', id: importId })
    return toReply(tx, await getImport(tx, importId))
  })
}

/** Stops an import; what it had written leaves the books, and its file the store where no other import needs it. */
export async function cancelImport(
  ctx: BusinessContext,
  files: FileStore,
  importId: string,
): Promise<Static<typeof Import>> {
  const { unneeded, reply } = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const record = await lockImport(tx, importId)
    if (!record) throw new AppError('platform.not-found')
    if (record.state === 'done' || record.state === 'cancelled') throw new AppError('imports.already-over')
    await takeBack(tx, record, ctx.now)
    await setImportState(tx, importId, 'cancelled')
    await recordAudit(tx, ctx, 'import.cancelled', { kind: 'import', id: importId })
    const unneeded = (await isFileNeeded(tx, record.fileHash)) ? undefined : record.fileHash
    return { unneeded, reply: await toReply(tx, await getImport(tx, importId)) }
  })
  if (unneeded !== undefined) await files.of(ctx.business.tenantId).remove(unneeded)
  return reply
}

/** The rules in force, and whether a person changed them. */
export async function readRules(ctx: BusinessContext): Promise<{ rules: readonly LineRule[]; changed: boolean }> {
  const changed = await withTenant(ctx.db, ctx.business.tenantId, findRules)
  return { rules: changed ?? defaultRules, changed: changed !== undefined }
}

/** Changes the rules and reads past imports again with them. Null goes back to the first rules. */
export async function writeRules(
  ctx: BusinessContext,
  rules: readonly LineRule[] | null,
): Promise<{ rules: readonly LineRule[]; changed: boolean }> {
  rules?.forEach(checkRule)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    if (rules === null) await deleteRules(tx)
    else await saveRules(tx, rules)
    if ((await listDoneImports(tx)).length > 0) await enqueue(tx, reclassify, {}, ctx.now)
    await recordAudit(tx, ctx, 'rules.changed', { kind: 'rules', id: 'line-rules' }, { rules: rules?.length ?? 0 })
    return { rules: rules ?? defaultRules, changed: rules !== null }
  })
}

function checkRule(rule: LineRule): void {
  const { document, itemCode, itemName, item, status } = rule.when
  for (const pattern of [document, itemCode, itemName, item, status].flatMap((list) => list ?? [])) {
    try {
      compilePattern(pattern)
    } catch (cause) {
      throw new AppError('rules.invalid-pattern', { rule: rule.id, pattern }, { cause })
    }
  }
}

function checkColumns(record: ImportRecord, choice: Choice): void {
  const missing = missingColumns(chosenLayout(record.layout, choice).columns)
  if (missing.length > 0) throw new AppError('imports.column-missing', { columns: [...missing] })
  const used = Object.values(choice.columns).filter((column) => column !== null)
  if (new Set(used).size < used.length) throw new AppError('imports.column-twice')
}

// The books hold one currency. While they are empty, the first file may still decide which.
async function settleCurrency(ctx: Acting, tx: TenantTx, currency: string): Promise<void> {
  if (currency === ctx.business.currency) return
  if (await findBooksSpan(tx)) {
    throw new AppError('imports.several-currencies', { books: ctx.business.currency, file: currency })
  }
  await withPlatform(ctx.db, (platform) => changeCurrency(platform, ctx.business.tenantId, currency))
}

async function getImport(tx: TenantTx, importId: string): Promise<ImportRecord> {
  const record = await findImport(tx, importId)
  if (!record) throw new AppError('platform.not-found')
  return record
}

async function toReply(tx: TenantTx, record: ImportRecord): Promise<Static<typeof Import>> {
  return toImportReply(record, await isFileLoaded(tx, record.fileHash, record.id))
}
