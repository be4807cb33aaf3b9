// SPDX-License-Identifier: Apache-2.0
import type { BadRow, Layout, LineRule } from '@resham/ledger'
import { sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { Checkpoint, Choice, ImportRecord, ImportState, Result, Shape } from './imports.types.ts'

/** Writes down a file that was handed in. */
export async function createImport(
  tx: TenantTx,
  file: {
    id: string
    fileName: string
    fileHash: string
    bytes: number
    layout: Layout
    choice: Choice
    createdBy: string | null
  },
): Promise<void> {
  await sql`
    insert into imports (tenant_id, id, file_name, file_hash, bytes, state, layout, choice, fingerprint, created_by)
    values (${tx.tenantId}, ${file.id}, ${file.fileName}, ${file.fileHash}, ${file.bytes}, 'ready',
      ${JSON.stringify(file.layout)}, ${JSON.stringify(file.choice)}, ${file.layout.fingerprint}, ${file.createdBy})`.execute(
    tx,
  )
}

const importColumns = sql`
  id, file_name, file_hash, bytes, state, layout, choice, records_loaded, bytes_read, lines_added, lines_bad,
  result, error_code, error_details, created_at, started_at`

/** One import, or undefined. */
export async function findImport(tx: TenantTx, importId: string): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRow>`
    select ${importColumns} from imports where tenant_id = ${tx.tenantId} and id = ${importId}`.execute(tx)
  return rows[0] && toImport(rows[0])
}

/** One import, locked until the transaction ends, or undefined. */
export async function lockImport(tx: TenantTx, importId: string): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRow>`
    select ${importColumns} from imports where tenant_id = ${tx.tenantId} and id = ${importId} for update`.execute(tx)
  return rows[0] && toImport(rows[0])
}

/** A page of imports, newest first. `before` is the id of the last of the page before. */
export async function listImports(tx: TenantTx, query: { before?: string; limit: number }): Promise<ImportRecord[]> {
  const { rows } = await sql<ImportRow>`
    select ${importColumns} from imports
    where tenant_id = ${tx.tenantId} and (${query.before ?? null}::uuid is null or id < ${query.before ?? null}::uuid)
    order by id desc limit ${query.limit}`.execute(tx)
  return rows.map(toImport)
}

/** Imports that entered the books, oldest first. */
export async function listDoneImports(tx: TenantTx): Promise<ImportRecord[]> {
  const { rows } = await sql<ImportRow>`
    select ${importColumns} from imports where tenant_id = ${tx.tenantId} and state = 'done' order by id`.execute(tx)
  return rows.map(toImport)
}

/** True when a file of the very same bytes is in the books already. */
export async function isFileLoaded(tx: TenantTx, fileHash: string, besidesImportId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from imports where tenant_id = ${tx.tenantId} and file_hash = ${fileHash} and state = 'done'
      and id <> ${besidesImportId} limit 1`.execute(tx)
  return rows.length > 0
}

/** True when an import that may still be read has the given file. */
export async function isFileNeeded(tx: TenantTx, fileHash: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from imports where tenant_id = ${tx.tenantId} and file_hash = ${fileHash} and state <> 'cancelled'
    limit 1`.execute(tx)
  return rows.length > 0
}

/** True when an import has entered the books after the given instant. */
export async function isAnyDoneSince(tx: TenantTx, since: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from imports where tenant_id = ${tx.tenantId} and state = 'done' and finished_at > ${since} limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/** Moves an import to a state, with its choice where that is decided. */
export async function setImportState(
  tx: TenantTx,
  importId: string,
  state: ImportState,
  also: { choice?: Choice; errorCode?: string; errorDetails?: Record<string, unknown> } = {},
): Promise<void> {
  await sql`
    update imports set
      state = ${state},
      choice = coalesce(${also.choice === undefined ? null : JSON.stringify(also.choice)}::jsonb, choice),
      error_code = ${also.errorCode ?? null},
      error_details = ${also.errorDetails === undefined ? null : JSON.stringify(also.errorDetails)}::jsonb,
      started_at = case when ${state} = 'loading' then coalesce(started_at, now()) else started_at end,
      finished_at = case when ${state} in ('done', 'failed', 'cancelled') then now() end
    where tenant_id = ${tx.tenantId} and id = ${importId}`.execute(tx)
}

/** Writes how far the loading is, in the transaction of the lines it speaks of. */
export async function saveCheckpoint(tx: TenantTx, importId: string, at: Checkpoint): Promise<void> {
  await sql`
    update imports set records_loaded = ${at.recordsLoaded}, bytes_read = ${at.bytesRead},
      lines_added = ${at.linesAdded}, lines_bad = ${at.linesBad}
    where tenant_id = ${tx.tenantId} and id = ${importId}`.execute(tx)
}

/** Ends an import well. */
export async function finishImport(tx: TenantTx, importId: string, result: Result): Promise<void> {
  await sql`
    update imports set state = 'done', result = ${JSON.stringify(result)}, finished_at = now()
    where tenant_id = ${tx.tenantId} and id = ${importId}`.execute(tx)
}

/** Keeps rows that were left out, to be mended. */
export async function insertProblems(tx: TenantTx, importId: string, problems: readonly BadRow[]): Promise<void> {
  await insertMany(
    tx,
    'import_problems',
    problems,
    {
      import_id: () => importId,
      record_no: (row) => row.recordNo,
      line_no: (row) => row.lineNo,
      column_name: (row) => row.column,
      reason: (row) => row.reason,
      details: (row) => JSON.stringify(row.details),
      cells: (row) => JSON.stringify(row.cells),
    },
    { onConflict: '(tenant_id, import_id, record_no) do nothing' },
  )
}

/** A page of the rows that were left out, in the order of the file. */
export async function listProblems(
  tx: TenantTx,
  importId: string,
  query: { after: number; limit: number },
): Promise<BadRow[]> {
  const { rows } = await sql<ProblemRow>`
    select record_no, line_no, column_name, reason, details, cells from import_problems
    where tenant_id = ${tx.tenantId} and import_id = ${importId} and record_no > ${query.after}
    order by record_no limit ${query.limit}`.execute(tx)
  return rows.map((row) => ({
    recordNo: Number(row.record_no),
    lineNo: Number(row.line_no),
    column: row.column_name,
    reason: row.reason,
    details: row.details,
    cells: row.cells,
  }))
}

/** Forgets the rows of an import that were left out: it is read again from the start. */
export async function deleteProblems(tx: TenantTx, importId: string): Promise<void> {
  await sql`delete from import_problems where tenant_id = ${tx.tenantId} and import_id = ${importId}`.execute(tx)
}

/** How files of this shape were read last time, or undefined. */
export async function findShape(tx: TenantTx, fingerprint: string): Promise<Shape | undefined> {
  const { rows } = await sql<{ choice: Shape }>`
    select choice from import_shapes where tenant_id = ${tx.tenantId} and fingerprint = ${fingerprint}`.execute(tx)
  return rows[0]?.choice
}

/** Remembers how files of this shape are read. */
export async function saveShape(tx: TenantTx, fingerprint: string, shape: Shape): Promise<void> {
  await sql`
    insert into import_shapes (tenant_id, fingerprint, choice)
    values (${tx.tenantId}, ${fingerprint}, ${JSON.stringify(shape)})
    on conflict (tenant_id, fingerprint) do update set choice = excluded.choice, updated_at = now()`.execute(tx)
}

/** The rules that a person changed, or undefined while the first rules stand. */
export async function findRules(tx: TenantTx): Promise<LineRule[] | undefined> {
  const { rows } = await sql<{ rules: LineRule[] }>`
    select rules from line_rules where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows[0]?.rules
}

/** Keeps changed rules. */
export async function saveRules(tx: TenantTx, rules: readonly LineRule[]): Promise<void> {
  await sql`
    insert into line_rules (tenant_id, rules) values (${tx.tenantId}, ${JSON.stringify(rules)})
    on conflict (tenant_id) do update set rules = excluded.rules, updated_at = now()`.execute(tx)
}

/** Goes back to the first rules. */
export async function deleteRules(tx: TenantTx): Promise<void> {
  await sql`delete from line_rules where tenant_id = ${tx.tenantId}`.execute(tx)
}

type ImportRow = {
  id: string
  file_name: string
  file_hash: string
  bytes: string
  state: ImportState
  layout: Layout
  choice: Choice
  records_loaded: string
  bytes_read: string
  lines_added: string
  lines_bad: string
  result: Result | null
  error_code: string | null
  error_details: Record<string, unknown> | null
  created_at: Date
  started_at: Date | null
}

type ProblemRow = {
  record_no: string
  line_no: string
  column_name: string | null
  reason: BadRow['reason']
  details: BadRow['details']
  cells: string[]
}

function toImport(row: ImportRow): ImportRecord {
  return {
    id: row.id,
    fileName: row.file_name,
    fileHash: row.file_hash,
    bytes: Number(row.bytes),
    state: row.state,
    layout: row.layout,
    choice: row.choice,
    recordsLoaded: Number(row.records_loaded),
    bytesRead: Number(row.bytes_read),
    linesAdded: Number(row.lines_added),
    linesBad: Number(row.lines_bad),
    result: row.result,
    errorCode: row.error_code,
    errorDetails: row.error_details,
    createdAt: row.created_at,
    startedAt: row.started_at,
  }
}
