// SPDX-License-Identifier: Apache-2.0
import type { Confirmation } from '@resham/matching'
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { MatchMade } from './matching.types.ts'

/** Remembers what was said of a line, in the place of what was said before. */
export async function rememberMatch(tx: TenantTx, made: MatchMade): Promise<void> {
  await sql`
    insert into match_memory (tenant_id, line_id, direction, payer, narrative, paid, payment_id, settlement_ids, made_at,
      made_by)
    values (${tx.tenantId}, ${made.lineId}, ${made.direction}, ${made.payer}, ${made.narrative},
      ${made.paid === null ? null : JSON.stringify(made.paid)}, ${made.paymentId}, ${JSON.stringify(made.settlementIds)},
      ${made.madeAt}, ${made.madeBy})
    on conflict (tenant_id, line_id) do update set paid = excluded.paid, payment_id = excluded.payment_id,
      settlement_ids = excluded.settlement_ids, made_at = excluded.made_at, made_by = excluded.made_by`.execute(tx)
}

/** What was said of a line, or undefined; the row is locked until the transaction ends. */
export async function findMatch(tx: TenantTx, lineId: string): Promise<MatchMade | undefined> {
  const { rows } = await sql<MatchRow>`
    select line_id, direction, payer, narrative, paid, payment_id, settlement_ids, made_at, made_by from match_memory
    where tenant_id = ${tx.tenantId} and line_id = ${lineId} for update`.execute(tx)
  const row = rows[0]
  return (
    row && {
      lineId: row.line_id,
      direction: row.direction,
      payer: row.payer,
      narrative: row.narrative,
      paid: row.paid,
      paymentId: row.payment_id,
      settlementIds: row.settlement_ids,
      madeAt: row.made_at,
      madeBy: row.made_by,
    }
  )
}

/** Whether a payment was recorded from a line of a statement. */
export async function isFromStatement(tx: TenantTx, paymentId: string): Promise<boolean> {
  const { rows } = await sql`
    select from match_memory where tenant_id = ${tx.tenantId} and payment_id = ${paymentId} limit 1`.execute(tx)
  return rows.length > 0
}

/** Forgets what was said of a line. */
export async function forgetMatch(tx: TenantTx, lineId: string): Promise<void> {
  await sql`delete from match_memory where tenant_id = ${tx.tenantId} and line_id = ${lineId}`.execute(tx)
}

/** What was said last, newest first: what matching learns from. */
export async function listConfirmations(tx: TenantTx, limit: number): Promise<Confirmation[]> {
  const { rows } = await sql<Pick<MatchRow, 'direction' | 'payer' | 'narrative' | 'paid'>>`
    select direction, payer, narrative, paid from match_memory where tenant_id = ${tx.tenantId}
    order by made_at desc, line_id limit ${limit}`.execute(tx)
  return rows.map((row) => ({ ...row, account: null }))
}

type MatchRow = {
  line_id: string
  direction: 'in' | 'out'
  payer: string | null
  narrative: string
  paid: Confirmation['paid']
  payment_id: string | null
  settlement_ids: string[]
  made_at: Date
  made_by: string | null
}
