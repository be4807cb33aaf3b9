// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { HandedSale, KeptSale, Note, Problem, SaleState } from './counter.types.ts'

/** What is written down of a sale when it comes. */
export type NewSale = {
  readonly clientId: string
  readonly receivedAt: Date
  readonly phoneSoldAt: Date
  readonly soldAt: Date
  readonly sale: HandedSale
  readonly madeBy: string | null
}

/** Writes a sale down as waiting; false when it had come before, after waiting for whoever writes it now. */
export async function insertSale(tx: TenantTx, sale: NewSale): Promise<boolean> {
  const { rows } = await sql`
    insert into counter_sales (tenant_id, client_id, state, received_at, phone_sold_at, sold_at, sale, made_by)
    values (${tx.tenantId}, ${sale.clientId}, 'waiting', ${sale.receivedAt}, ${sale.phoneSoldAt}, ${sale.soldAt},
      ${JSON.stringify(sale.sale)}::jsonb, ${sale.madeBy})
    on conflict (tenant_id, client_id) do nothing returning client_id`.execute(tx)
  return rows.length > 0
}

/** Writes down what came of a sale. */
export async function settleSale(
  tx: TenantTx,
  clientId: string,
  outcome: {
    readonly state: SaleState
    readonly documentId: string | null
    readonly notes: readonly Note[]
    readonly problem: Problem | null
  },
): Promise<void> {
  await sql`
    update counter_sales set state = ${outcome.state}, document_id = ${outcome.documentId},
      notes = ${JSON.stringify(outcome.notes)}::jsonb,
      problem = ${outcome.problem === null ? null : JSON.stringify(outcome.problem)}::jsonb
    where tenant_id = ${tx.tenantId} and client_id = ${clientId}`.execute(tx)
}

/** One sale, held until the end of the transaction. */
export async function lockSale(tx: TenantTx, clientId: string): Promise<KeptSale | undefined> {
  const { rows } = await sql<SaleRow>`
    select ${columns} from ${withDocument}
    where c.tenant_id = ${tx.tenantId} and c.client_id = ${clientId} for update of c`.execute(tx)
  return rows[0] && toSale(rows[0])
}

/** The newest sales, those that wait first. */
export async function listSales(tx: TenantTx, limit: number): Promise<KeptSale[]> {
  const { rows } = await sql<SaleRow>`
    select * from (
      (select ${columns}, 0 as rank from ${withDocument}
        where c.tenant_id = ${tx.tenantId} and c.state = 'waiting' order by c.received_at limit ${limit})
      union all
      (select ${columns}, 1 as rank from ${withDocument}
        where c.tenant_id = ${tx.tenantId} and c.state <> 'waiting' order by c.sold_at desc, c.client_id desc limit ${limit})
    ) as both_kinds order by rank, sold_at desc, client_id desc`.execute(tx)
  return rows.map(toSale)
}

const columns = sql`
  c.client_id, c.state, c.received_at, c.phone_sold_at, c.sold_at, c.document_id, c.sale, c.notes, c.problem,
  d.number, d.day, d.total_minor`
const withDocument = sql`counter_sales c left join documents d on d.tenant_id = c.tenant_id and d.id = c.document_id`

type SaleRow = {
  client_id: string
  state: SaleState
  received_at: Date
  phone_sold_at: Date
  sold_at: Date
  document_id: string | null
  sale: HandedSale
  notes: Note[]
  problem: Problem | null
  number: string | null
  day: string | null
  total_minor: string | bigint | null
}

function toSale(row: SaleRow): KeptSale {
  return {
    clientId: row.client_id,
    state: row.state,
    receivedAt: new Date(row.received_at),
    phoneSoldAt: new Date(row.phone_sold_at),
    soldAt: new Date(row.sold_at),
    documentId: row.document_id,
    number: row.number,
    day: row.day,
    totalMinor: row.total_minor === null ? null : BigInt(row.total_minor),
    sale: row.sale,
    notes: row.notes,
    problem: row.problem,
  }
}
