// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber } from '@resham/base'
import { defaultRules, type LedgerBatch, readLedger } from '@resham/ledger'
import { upsertItems } from '#modules/items/index.ts'
import { requestOutlook } from '#modules/outlook/index.ts'
import { upsertCustomers } from '#modules/parties/index.ts'
import {
  countLinesByKind,
  deleteLinesOfImport,
  insertLines,
  listDaysOfImport,
  rebuildDays,
} from '#modules/sales/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { FileStore, OwnFiles } from '#platform/files/files.ts'
import { enqueue } from '#platform/queue/enqueue.ts'
import type { JobContext } from '#platform/queue/job.ts'
import { createGathering, type Gathered, type LoadBatch } from './gathering.ts'
import { reclassify } from './imports.jobs.ts'
import {
  deleteProblems,
  findImport,
  findRules,
  finishImport,
  insertProblems,
  isAnyDoneSince,
  listDoneImports,
  lockImport,
  saveCheckpoint,
  setImportState,
} from './imports.repository.ts'
import { type Checkpoint, type ImportRecord, problemsKept, type Result } from './imports.types.ts'
import { chosenLayout, readOptions, sourceOf } from './reading.ts'

/**
 * Loads one file into the books: batch by batch with a checkpoint in the same transaction, then the days it
 * touched, then the outlook. Killed at any point it goes on from the last checkpoint and ends with the same books.
 */
export async function loadImport(ctx: JobContext, files: FileStore, importId: string): Promise<void> {
  const start = await begin(ctx, importId)
  if (!start) return
  const gathered = createGathering(ctx.tenantId)
  let at: Checkpoint = start.record
  let writing: Promise<boolean> = Promise.resolve(true)

  for await (const batch of readBatches(start, files.of(ctx.tenantId))) {
    const load = gathered.add(batch)
    if (load.recordsRead <= start.record.recordsLoaded) continue
    // One batch is written while the next is read.
    if (!(await writing)) return
    const fresh = load
    writing = writeBatch(ctx, importId, fresh, at).then((next) => {
      if (next) at = next
      return next !== undefined
    })
    writing.catch(() => {}) // Seen at the next await.
    ctx.report(load.bytesRead, start.record.bytes)
  }
  if (!(await writing)) return
  await finish(ctx, importId, gathered)
}

type Start = { readonly record: ImportRecord; readonly rules: typeof defaultRules }

// A failed import whose job is tried again begins anew: its lines were taken back.
const startable: readonly ImportRecord['state'][] = ['waiting', 'loading', 'failed']

async function begin(ctx: JobContext, importId: string): Promise<Start | undefined> {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const record = await lockImport(tx, importId)
    if (!record || !startable.includes(record.state)) return undefined
    await setImportState(tx, importId, 'loading')
    return { record, rules: (await findRules(tx)) ?? defaultRules }
  })
}

function readBatches(start: Start, files: OwnFiles): AsyncIterable<LedgerBatch> {
  const { record, rules } = start
  const layout = chosenLayout(record.layout, record.choice)
  return readLedger(sourceOf(files, record.fileHash), layout, rules, readOptions(record.choice.currency))
}

/** @returns The new checkpoint; undefined when the person has stopped the import. */
async function writeBatch(
  ctx: JobContext,
  importId: string,
  batch: LoadBatch,
  before: Checkpoint,
): Promise<Checkpoint | undefined> {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const record = await lockImport(tx, importId)
    if (record?.state !== 'loading') return undefined
    const added = await insertLines(tx, importId, batch.lines, 'keep')
    const room = Math.max(0, problemsKept - before.linesBad)
    await insertProblems(tx, importId, batch.bad.slice(0, room))
    const at = {
      recordsLoaded: batch.recordsRead,
      bytesRead: batch.bytesRead,
      linesAdded: before.linesAdded + added,
      linesBad: before.linesBad + batch.bad.length,
    }
    await saveCheckpoint(tx, importId, at)
    return at
  })
}

async function finish(ctx: JobContext, importId: string, gathered: Gathered): Promise<void> {
  await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const record = await lockImport(tx, importId)
    if (record?.state !== 'loading') return
    await upsertItems(tx, gathered.listItems())
    await upsertCustomers(tx, gathered.listCustomers())
    if (gathered.lineCount === 0) throw new AppError('imports.no-good-rows', { bad: record.linesBad })
    await rebuildDays(tx, [...gathered.days])
    await finishImport(tx, importId, await resultOf(tx, record, gathered))
    await requestOutlook(tx, ctx.clock())
    const details = { lines: gathered.lineCount, added: record.linesAdded, bad: record.linesBad }
    await recordAudit(tx, { now: ctx.clock(), caller: null }, 'import.done', { kind: 'import', id: importId }, details)
  })
}

async function resultOf(tx: TenantTx, record: ImportRecord, gathered: Gathered): Promise<Result> {
  const { firstDay, lastDay } = gathered.span ?? {}
  return {
    lines: gathered.lineCount,
    added: record.linesAdded,
    alreadyKnown: gathered.lineCount - record.linesAdded,
    bad: record.linesBad,
    ...(await totalsOf(tx, record)),
    firstDay: firstDay === undefined ? null : fromDayNumber(firstDay),
    lastDay: lastDay === undefined ? null : fromDayNumber(lastDay),
    items: gathered.itemCount,
  }
}

/** Ends an import that cannot go on: its lines leave the books, and it says why. */
export async function giveUpImport(ctx: JobContext, importId: string, code: string): Promise<void> {
  await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const record = await lockImport(tx, importId)
    if (!record || record.state === 'done' || record.state === 'cancelled') return
    await takeBack(tx, record, ctx.clock())
    await setImportState(tx, importId, 'failed', { errorCode: code, errorDetails: { bad: record.linesBad } })
  })
}

/**
 * Takes the lines of an import that never finished out of the books. Files that were loaded meanwhile are read
 * again: lines that they share with it were written by it alone.
 */
export async function takeBack(tx: TenantTx, { id, startedAt }: ImportRecord, now: Date): Promise<void> {
  await deleteLinesOfImport(tx, id)
  await deleteProblems(tx, id)
  await saveCheckpoint(tx, id, { recordsLoaded: 0, bytesRead: 0, linesAdded: 0, linesBad: 0 })
  if (startedAt && (await isAnyDoneSince(tx, startedAt))) await enqueue(tx, reclassify, {}, now)
}

/** Reads the files of past imports again, so that every line has the kind that the rules of today give it. */
export async function reclassifyImports(ctx: JobContext, files: FileStore): Promise<void> {
  const imports = await withTenant(ctx.db, ctx.tenantId, listDoneImports)
  const total = imports.reduce((sum, record) => sum + record.bytes, 0)
  let before = 0
  for (const { id, bytes } of imports) {
    await reclassifyOne(ctx, files, id, (read) => ctx.report(before + read, total))
    before += bytes
  }
  await withTenant(ctx.db, ctx.tenantId, (tx) => requestOutlook(tx, ctx.clock()))
}

async function reclassifyOne(
  ctx: JobContext,
  files: FileStore,
  importId: string,
  report: (bytesRead: number) => void,
): Promise<void> {
  const start = await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const record = await findImport(tx, importId)
    return record && { record, rules: (await findRules(tx)) ?? defaultRules }
  })
  if (!start) return
  const gathered = createGathering(ctx.tenantId)
  for await (const batch of readBatches(start, files.of(ctx.tenantId))) {
    const { lines, bytesRead } = gathered.add(batch)
    await withTenant(ctx.db, ctx.tenantId, (tx) => insertLines(tx, importId, lines, 'reclassify'))
    report(bytesRead)
  }
  await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await rebuildDays(tx, await listDaysOfImport(tx, importId))
    if (start.record.result)
      await finishImport(tx, importId, { ...start.record.result, ...(await totalsOf(tx, start.record)) })
  })
}

/** What depends on the rules. */
async function totalsOf(tx: TenantTx, record: ImportRecord): Promise<Pick<Result, 'byKind' | 'netSales'>> {
  const kinds = await countLinesByKind(tx, record.id)
  const goods = kinds.filter(({ kind }) => kind === 'sale' || kind === 'return' || kind === 'cancellation')
  const net = goods.reduce((sum, { netMinor }) => sum + netMinor, 0n)
  return {
    byKind: Object.fromEntries(kinds.map(({ kind, lines }) => [kind, lines])),
    netSales: { minor: net.toString(), currency: record.choice.currency },
  }
}
