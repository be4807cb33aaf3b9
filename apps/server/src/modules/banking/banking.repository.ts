// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { BankLine, BankLineState, StatementRecord } from './banking.types.ts'

/** Writes a statement down. Its file must be there. */
export async function insertStatement(tx: TenantTx, made: StatementRecord): Promise<void> {
  await sql`
    insert into bank_statements (tenant_id, id, file_id, money_account_id, currency, first_day, last_day, opening_minor,
      closing_minor, lines, shares_with)
    values (${tx.tenantId}, ${made.id}, ${made.fileId}, ${made.moneyAccountId}, ${made.currency}, ${made.firstDay},
      ${made.lastDay}, ${made.openingMinor}, ${made.closingMinor}, ${made.lines}, ${JSON.stringify(made.sharesWith)})`.execute(
    tx,
  )
}

/** The statements of an account, in the order of their days. */
export async function listStatements(tx: TenantTx, moneyAccountId: string): Promise<StatementRecord[]> {
  const { rows } = await sql<StatementRow>`
    select id, file_id, money_account_id, currency, first_day::text, last_day::text, opening_minor, closing_minor, lines,
      shares_with
    from bank_statements where tenant_id = ${tx.tenantId} and money_account_id = ${moneyAccountId}
    order by first_day, last_day, id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    fileId: row.file_id,
    moneyAccountId: row.money_account_id,
    currency: row.currency,
    firstDay: row.first_day,
    lastDay: row.last_day,
    openingMinor: row.opening_minor === null ? null : BigInt(row.opening_minor),
    closingMinor: row.closing_minor === null ? null : BigInt(row.closing_minor),
    lines: row.lines,
    sharesWith: row.shares_with,
  }))
}

/** Writes lines down; those that are there already stay as they are. @returns How many were new. */
export async function insertBankLines(tx: TenantTx, lines: readonly BankLine[]): Promise<number> {
  return insertMany(
    tx,
    'bank_lines',
    lines,
    {
      id: (line) => line.id,
      money_account_id: (line) => line.moneyAccountId,
      statement_id: (line) => line.statementId,
      line_no: (line) => line.lineNo,
      day: (line) => line.day,
      value_day: (line) => line.valueDay,
      amount_minor: (line) => String(line.amountMinor),
      currency: (line) => line.currency,
      balance_minor: (line) => (line.balanceMinor === null ? null : String(line.balanceMinor)),
      counterparty: (line) => line.counterparty,
      reference: (line) => line.reference,
      description: (line) => line.description,
      state: (line) => line.state,
    },
    { onConflict: '(tenant_id, id) do nothing' },
  )
}

/** Of the ids that are lines of the business already, the statement that brought each. */
export async function findKnownLines(tx: TenantTx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; statement_id: string }>`
    select id, statement_id from bank_lines where tenant_id = ${tx.tenantId} and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.statement_id]))
}

/** What a list of lines may be narrowed to. */
export type BankLineQuery = {
  readonly moneyAccountId?: string
  readonly state?: BankLineState
  readonly firstDay?: PlainDate
  readonly lastDay?: PlainDate
  /** The last line of the page before. */
  readonly after?: { readonly day: PlainDate; readonly lineNo: number; readonly id: string }
  readonly limit: number
}

const lineColumns = sql`
  id, money_account_id, statement_id, line_no, day::text, value_day::text, amount_minor, currency, balance_minor,
  counterparty, reference, description, state`

/** Lines, newest first. */
export async function listBankLines(tx: TenantTx, query: BankLineQuery): Promise<BankLine[]> {
  const { moneyAccountId, state, firstDay, lastDay, after } = query
  const { rows } = await sql<BankLineRow>`
    select ${lineColumns} from bank_lines
    where tenant_id = ${tx.tenantId}
      ${moneyAccountId === undefined ? sql`` : sql`and money_account_id = ${moneyAccountId}`}
      ${state === undefined ? sql`` : sql`and state = ${state}`}
      ${firstDay === undefined ? sql`` : sql`and day >= ${firstDay}`}
      ${lastDay === undefined ? sql`` : sql`and day <= ${lastDay}`}
      ${after === undefined ? sql`` : sql`and (day, line_no, id) < (${after.day}::date, ${after.lineNo}::integer, ${after.id}::uuid)`}
    order by day desc, line_no desc, id desc limit ${query.limit}`.execute(tx)
  return rows.map(toBankLine)
}

/** One line, or undefined. */
export async function findBankLine(tx: TenantTx, id: string): Promise<BankLine | undefined> {
  const { rows } = await sql<BankLineRow>`
    select ${lineColumns} from bank_lines where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
  return rows[0] && toBankLine(rows[0])
}

/** Says what became of a line, if it still stands where the caller believes. @returns Whether it did. */
export async function setBankLineState(
  tx: TenantTx,
  id: string,
  change: { readonly from: BankLineState; readonly to: BankLineState },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update bank_lines set state = ${change.to}
    where tenant_id = ${tx.tenantId} and id = ${id} and state = ${change.from}`.execute(tx)
  return numAffectedRows === 1n
}

/** Of each account: its last balance that is known with its day, and how many lines are open. */
export async function listAccountStandings(
  tx: TenantTx,
): Promise<{ moneyAccountId: string; balanceMinor: bigint | null; day: PlainDate; open: number }[]> {
  const { rows } = await sql<{ money_account_id: string; balance_minor: string | null; day: PlainDate; open: string }>`
    select a.id as money_account_id, last.closing_minor as balance_minor, last.last_day::text as day,
      (select count(*) from bank_lines l where l.tenant_id = ${tx.tenantId} and l.money_account_id = a.id
        and l.state = 'open') as open
    from money_accounts a cross join lateral (
      select s.closing_minor, s.last_day from bank_statements s
      where s.tenant_id = ${tx.tenantId} and s.money_account_id = a.id
      order by s.last_day desc, s.first_day desc, s.id desc limit 1) last
    where a.tenant_id = ${tx.tenantId}`.execute(tx)
  return rows.map((row) => ({
    moneyAccountId: row.money_account_id,
    balanceMinor: row.balance_minor === null ? null : BigInt(row.balance_minor),
    day: row.day,
    open: Number(row.open),
  }))
}

type StatementRow = {
  id: string
  file_id: string
  money_account_id: string
  currency: string
  first_day: PlainDate
  last_day: PlainDate
  opening_minor: string | null
  closing_minor: string | null
  lines: number
  shares_with: string[]
}

type BankLineRow = {
  id: string
  money_account_id: string
  statement_id: string
  line_no: number
  day: PlainDate
  value_day: PlainDate | null
  amount_minor: string
  currency: string
  balance_minor: string | null
  counterparty: string
  reference: string
  description: string
  state: BankLineState
}

function toBankLine(row: BankLineRow): BankLine {
  return {
    id: row.id,
    moneyAccountId: row.money_account_id,
    statementId: row.statement_id,
    lineNo: row.line_no,
    day: row.day,
    valueDay: row.value_day,
    amountMinor: BigInt(row.amount_minor),
    currency: row.currency,
    balanceMinor: row.balance_minor === null ? null : BigInt(row.balance_minor),
    counterparty: row.counterparty,
    reference: row.reference,
    description: row.description,
    state: row.state,
  }
}
