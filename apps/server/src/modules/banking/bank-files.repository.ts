// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { BadStatementRow, BankFile } from './banking.types.ts'

/** How a table is read; what it holds is a matter of the service. */
type Layout = Readonly<Record<string, unknown>>

/** Writes a file down, unless the same content is there for the account. @returns Whether it was new. */
export async function insertBankFile(
  tx: TenantTx,
  file: Omit<BankFile<object>, 'lines' | 'added' | 'bad'>,
  by: { readonly userId: string | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into bank_files (tenant_id, id, money_account_id, file_name, file_hash, bytes, format, state, layout, made_at,
      made_by)
    values (${tx.tenantId}, ${file.id}, ${file.moneyAccountId}, ${file.fileName}, ${file.fileHash}, ${file.bytes},
      ${file.format}, ${file.state}, ${file.layout === null ? null : JSON.stringify(file.layout)}, ${file.madeAt},
      ${by.userId})
    on conflict (tenant_id, money_account_id, file_hash) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

const fileColumns = sql`
  id, money_account_id, file_name, file_hash, bytes, format, state, layout, lines, added, bad, made_at`

/** One file, or undefined; locked until the transaction ends where it is about to be read. */
export async function findBankFile(
  tx: TenantTx,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<BankFile<Layout> | undefined> {
  const { rows } = await sql<FileRow>`
    select ${fileColumns} from bank_files where tenant_id = ${tx.tenantId} and id = ${id}
    ${options.lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0] && toFile(rows[0])
}

/** The file of the given content of an account, or undefined. */
export async function findBankFileByContent(
  tx: TenantTx,
  moneyAccountId: string,
  fileHash: string,
): Promise<BankFile<Layout> | undefined> {
  const { rows } = await sql<FileRow>`
    select ${fileColumns} from bank_files
    where tenant_id = ${tx.tenantId} and money_account_id = ${moneyAccountId} and file_hash = ${fileHash}`.execute(tx)
  return rows[0] && toFile(rows[0])
}

/** Whether some account has a file of the given content. */
export async function isContentKept(tx: TenantTx, fileHash: string): Promise<boolean> {
  const { rows } = await sql`
    select from bank_files where tenant_id = ${tx.tenantId} and file_hash = ${fileHash} limit 1`.execute(tx)
  return rows.length > 0
}

/** Files, newest first. @param query.before The id of the last of the page before. */
export async function listBankFiles(
  tx: TenantTx,
  query: { readonly moneyAccountId?: string; readonly before?: string; readonly limit: number },
): Promise<BankFile<Layout>[]> {
  const { moneyAccountId, before } = query
  const { rows } = await sql<FileRow>`
    select ${fileColumns} from bank_files where tenant_id = ${tx.tenantId}
      ${moneyAccountId === undefined ? sql`` : sql`and money_account_id = ${moneyAccountId}`}
      ${before === undefined ? sql`` : sql`and id < ${before}`}
    order by id desc limit ${query.limit}`.execute(tx)
  return rows.map(toFile)
}

/** Says that a file was read, how, and what came of it. */
export async function finishBankFile(
  tx: TenantTx,
  id: string,
  result: {
    readonly layout: object | null
    readonly lines: number
    readonly added: number
    readonly bad: readonly BadStatementRow[]
  },
): Promise<void> {
  await sql`
    update bank_files set state = 'read', layout = ${result.layout === null ? null : JSON.stringify(result.layout)},
      lines = ${result.lines}, added = ${result.added}, bad = ${JSON.stringify(result.bad)}
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}

/** Takes a file away that was not read. @returns Whether there was one. */
export async function deleteUnreadFile(tx: TenantTx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from bank_files where tenant_id = ${tx.tenantId} and id = ${id} and state = 'asking'`.execute(tx)
  return numAffectedRows === 1n
}

/** How tables of this shape are read for the account, or undefined while nobody has said it. */
export async function findLayout(
  tx: TenantTx,
  moneyAccountId: string,
  fingerprint: string,
): Promise<Layout | undefined> {
  const { rows } = await sql<{ layout: Layout }>`
    select layout from bank_layouts
    where tenant_id = ${tx.tenantId} and money_account_id = ${moneyAccountId} and fingerprint = ${fingerprint}`.execute(
    tx,
  )
  return rows[0]?.layout
}

/** Remembers how tables of this shape are read. */
export async function saveLayout(
  tx: TenantTx,
  moneyAccountId: string,
  fingerprint: string,
  layout: object,
): Promise<void> {
  await sql`
    insert into bank_layouts (tenant_id, money_account_id, fingerprint, layout)
    values (${tx.tenantId}, ${moneyAccountId}, ${fingerprint}, ${JSON.stringify(layout)})
    on conflict (tenant_id, money_account_id, fingerprint) do update set layout = excluded.layout`.execute(tx)
}

type FileRow = {
  id: string
  money_account_id: string
  file_name: string
  file_hash: string
  bytes: string
  format: BankFile<Layout>['format']
  state: BankFile<Layout>['state']
  layout: Layout | null
  lines: number
  added: number
  bad: BadStatementRow[]
  made_at: Date
}

function toFile(row: FileRow): BankFile<Layout> {
  return {
    id: row.id,
    moneyAccountId: row.money_account_id,
    fileName: row.file_name,
    fileHash: row.file_hash,
    bytes: Number(row.bytes),
    format: row.format,
    state: row.state,
    layout: row.layout,
    lines: row.lines,
    added: row.added,
    bad: row.bad,
    madeAt: row.made_at,
  }
}
