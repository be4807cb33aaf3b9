// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** What a person did to stock outside buying and selling. */
export type Paper = {
  readonly id: string
  readonly kind: 'opening' | 'adjust' | 'transfer'
  readonly state: 'done' | 'on-the-way'
  readonly placeId: string
  readonly toPlaceId: string | null
  readonly day: PlainDate
  readonly reason: string | null
  readonly note: string | null
  readonly version: number
}

/** One item of a paper, and of which lot. */
export type PaperLine = {
  readonly paperId: string
  readonly itemId: string
  readonly name: string
  readonly unit: string | null
  readonly lotId: string | null
  readonly quantityMilli: string
  readonly valueMinor: string
}

/** Takes a paper down; false when it was handed in before. */
export async function insertPaper(
  tx: TenantTx,
  paper: Omit<Paper, 'version'> & {
    readonly clientId: string | null
    readonly madeAt: Date
    readonly madeBy: string | null
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into stock_papers
      (tenant_id, id, kind, state, place_id, to_place_id, day, reason, note, client_id, made_at, made_by)
    values (${tx.tenantId}, ${paper.id}, ${paper.kind}, ${paper.state}, ${paper.placeId}, ${paper.toPlaceId}, ${paper.day},
      ${paper.reason}, ${paper.note}, ${paper.clientId}, ${paper.madeAt}, ${paper.madeBy})
    on conflict (tenant_id, client_id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

const columns = sql`
  id, kind, state, place_id as "placeId", to_place_id as "toPlaceId", day, reason, note, version`

/** A paper by its id, or by the id that the phone gave it. */
export async function findPaper(tx: TenantTx, id: string): Promise<Paper | undefined> {
  const { rows } = await sql<Paper>`
    select ${columns} from stock_papers where tenant_id = ${tx.tenantId} and (id = ${id} or client_id = ${id})`.execute(
    tx,
  )
  return rows[0]
}

/** Transfers that have not arrived, newest first. */
export async function listOnTheWay(tx: TenantTx): Promise<Paper[]> {
  const { rows } = await sql<Paper>`
    select ${columns} from stock_papers
    where tenant_id = ${tx.tenantId} and state = 'on-the-way' order by id desc limit 100`.execute(tx)
  return rows
}

/** Says that a transfer arrived, when it is still as the person saw it; false when it is not. */
export async function markArrived(tx: TenantTx, id: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update stock_papers set state = 'done', version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id} and state = 'on-the-way' and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

/** What papers moved, by item and lot; of a transfer what left the first place. */
export async function listPaperLines(tx: TenantTx, paperIds: readonly string[]): Promise<PaperLine[]> {
  const { rows } = await sql<PaperLine>`
    select m.document_id as "paperId", m.item_id as "itemId", i.name, i.unit, m.lot_id as "lotId",
      m.quantity_milli as "quantityMilli", m.value_minor as "valueMinor"
    from stock_moves m
    join stock_papers p on p.tenant_id = m.tenant_id and p.id = m.document_id
    join items i on i.tenant_id = m.tenant_id and i.id = m.item_id
    where m.tenant_id = ${tx.tenantId} and m.document_id = any(${paperIds}::uuid[])
      and (p.kind <> 'transfer' or (m.kind = 'transfer-out' and m.place_id = p.place_id))
    order by m.document_id desc, m.id`.execute(tx)
  return rows
}

/** The lot of a code, made when it is new. A last day that was not known is filled in; one that is known stays. */
export async function keepLot(
  tx: TenantTx,
  lot: { readonly id: string; readonly itemId: string; readonly code: string; readonly expiresOn: string | null },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into lots as l (tenant_id, id, item_id, code, expires_on)
    values (${tx.tenantId}, ${lot.id}, ${lot.itemId}, ${lot.code}, ${lot.expiresOn})
    on conflict (tenant_id, item_id, code) do update set expires_on = coalesce(l.expires_on, excluded.expires_on)
    returning id`.execute(tx)
  return rows[0]?.id ?? lot.id
}

/** Keeps an item by lots from now on, or no longer. */
export async function setWantsLots(tx: TenantTx, itemId: string, wanted: boolean): Promise<void> {
  if (wanted) {
    await sql`insert into lot_items (tenant_id, item_id) values (${tx.tenantId}, ${itemId}) on conflict do nothing`.execute(
      tx,
    )
  } else {
    await sql`delete from lot_items where tenant_id = ${tx.tenantId} and item_id = ${itemId}`.execute(tx)
  }
}
