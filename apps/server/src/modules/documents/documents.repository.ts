// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { DocumentKind } from '@resham/bookkeeping'
import { type RawBuilder, sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import { anywhere } from '#platform/db/like.ts'
import { executePrepared } from '#platform/db/prepared.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { CarriedOn, DocumentHead, DocumentRecord, LineRecord, LineTax, OpenQuery } from './documents.types.ts'

/** A document on its way in. */
export type NewDocument = Omit<DocumentRecord, 'partyName' | 'version' | 'settledMinor' | 'number' | 'issuedAt'> & {
  readonly madeBy: string | null
}

/** Writes a document with its lines. @returns False when the phone's id is known: nothing was written. */
export async function insertDocument(tx: TenantTx, made: NewDocument): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into documents (tenant_id, id, kind, state, party_id, place_id, day, due_day, currency, rate, rate_source,
      reference, note, from_id, net_minor, tax_minor, total_minor, home_net_minor, details, client_id, made_at, made_by)
    values (${tx.tenantId}, ${made.id}, ${made.kind}, ${made.state}, ${made.partyId}, ${made.placeId}, ${made.day},
      ${made.dueDay}, ${made.currency}, ${made.rate}, ${made.rateSource}, ${made.reference}, ${made.note},
      ${made.fromId}, ${made.netMinor}, ${made.taxMinor}, ${made.totalMinor}, ${made.homeNetMinor},
      ${JSON.stringify(made.details)}, ${made.clientId}, ${made.madeAt}, ${made.madeBy})
    on conflict (tenant_id, client_id) do nothing`.execute(tx)
  if (numAffectedRows !== 1n) return false
  await insertLines(tx, made.id, made.lines)
  return true
}

async function insertLines(tx: TenantTx, documentId: string, lines: readonly LineRecord[]): Promise<void> {
  await insertMany(tx, 'document_lines', lines, {
    document_id: () => documentId,
    line_no: (line) => line.lineNo,
    id: (line) => line.id,
    item_id: (line) => line.itemId,
    lot_id: (line) => line.lotId,
    description: (line) => line.description,
    quantity_milli: (line) => String(line.quantityMilli),
    unit: (line) => line.unit,
    price_thousandths: (line) => String(line.priceThousandths),
    discount_minor: (line) => String(line.discountMinor),
    net_minor: (line) => String(line.netMinor),
    tax_class: (line) => line.taxClass,
    taxes: (line) => JSON.stringify(line.taxes.map(taxText)),
    tax_minor: (line) => String(line.taxMinor),
    from_line_id: (line) => line.fromLineId,
  })
}

/** What a change of a draft may change. */
export type ChangedDocument = Pick<
  DocumentRecord,
  | 'partyId'
  | 'placeId'
  | 'day'
  | 'dueDay'
  | 'currency'
  | 'rate'
  | 'rateSource'
  | 'reference'
  | 'note'
  | 'netMinor'
  | 'taxMinor'
  | 'totalMinor'
  | 'homeNetMinor'
  | 'details'
  | 'lines'
>

/** Replaces a document's content, lines and all, and counts its version on. */
export async function replaceDocument(tx: TenantTx, id: string, state: string, now: ChangedDocument): Promise<void> {
  await sql`
    update documents set state = ${state}, party_id = ${now.partyId}, place_id = ${now.placeId}, day = ${now.day}, due_day = ${now.dueDay},
      currency = ${now.currency}, rate = ${now.rate}, rate_source = ${now.rateSource}, reference = ${now.reference},
      note = ${now.note}, net_minor = ${now.netMinor}, tax_minor = ${now.taxMinor}, total_minor = ${now.totalMinor},
      home_net_minor = ${now.homeNetMinor}, details = ${JSON.stringify(now.details)}, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
  await sql`delete from document_lines where tenant_id = ${tx.tenantId} and document_id = ${id}`.execute(tx)
  await insertLines(tx, id, now.lines)
}

/** What an action changes of a document. What is left out stays. */
export type Step = {
  readonly state: string
  readonly number?: string
  readonly issuedAt?: Date
  readonly dueDay?: PlainDate | null
  readonly details?: Readonly<Record<string, unknown>>
}

/** Takes a document on to another state, and counts its version on. */
export async function stepDocument(tx: TenantTx, id: string, step: Step): Promise<void> {
  await sql`
    update documents set state = ${step.state}, number = coalesce(number, ${step.number ?? null}),
      issued_at = coalesce(issued_at, ${step.issuedAt ?? null}::timestamptz),
      due_day = coalesce(${step.dueDay ?? null}::date, due_day),
      details = details || ${JSON.stringify(step.details ?? {})}::jsonb, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}

/** Adds to what is settled of a document, and counts its version on. @param amountMinor Below zero: taken back. */
export async function addSettled(tx: TenantTx, id: string, amountMinor: bigint): Promise<void> {
  await sql`
    update documents set settled_minor = settled_minor + ${amountMinor}, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}

/**
 * The next number of a series. The row stays locked to the end of the transaction: a paper that fails gives its number
 * back, so that there are no gaps.
 */
export async function takeNumber(tx: TenantTx, series: string): Promise<bigint> {
  const { rows } = await sql<{ last: string }>`
    insert into number_series as known (tenant_id, series, last_number) values (${tx.tenantId}, ${series}, 1)
    on conflict (tenant_id, series) do update set last_number = known.last_number + 1
    returning last_number as last`.execute(tx)
  return BigInt(rows[0]?.last ?? 0)
}

const headColumns = sql`
  d.id, d.kind, d.number, d.state, d.party_id, p.name as party_name, d.place_id, d.day, d.due_day, d.currency, d.rate,
  d.rate_source, d.reference, d.note, d.from_id, d.net_minor, d.tax_minor, d.total_minor, d.home_net_minor,
  d.settled_minor, d.details, d.client_id, d.version, d.made_at, d.issued_at`
const withParty = sql`documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id`

/** One document, or undefined. @param how `change` holds it against others until the transaction ends. */
export async function findDocument(
  tx: TenantTx,
  id: string,
  how: 'read' | 'change' = 'read',
): Promise<DocumentRecord | undefined> {
  const hold = how === 'change' ? sql`for update of d` : sql``
  const { rows } = await sql<HeadRow>`
    select ${headColumns} from ${withParty} where d.tenant_id = ${tx.tenantId} and d.id = ${id} ${hold}`.execute(tx)
  const [row] = rows
  return row && { ...toHead(row), lines: await listLines(tx, id) }
}

/** The document that a phone's id names, or undefined. */
export async function findByClientId(tx: TenantTx, clientId: string): Promise<DocumentRecord | undefined> {
  const { rows } = await sql<HeadRow>`
    select ${headColumns} from ${withParty} where d.tenant_id = ${tx.tenantId} and d.client_id = ${clientId}`.execute(
    tx,
  )
  const [row] = rows
  return row && { ...toHead(row), lines: await listLines(tx, row.id) }
}

async function listLines(tx: TenantTx, documentId: string): Promise<LineRecord[]> {
  const { rows } = await sql<LineRow>`
    select id, line_no, item_id, lot_id, description, quantity_milli, unit, price_thousandths, discount_minor, net_minor,
      tax_class, taxes, tax_minor, from_line_id
    from document_lines where tenant_id = ${tx.tenantId} and document_id = ${documentId} order by line_no`.execute(tx)
  return rows.map(toLine)
}

/** What a page of a list is asked for. */
export type ListQuery = {
  readonly kind: DocumentKind
  readonly states?: readonly string[]
  readonly partyId?: string
  readonly search?: string
  readonly after?: { readonly day: string; readonly id: string }
  readonly limit: number
}

/** One word is asked for as such: an index then gives the rows in order, and a page need not sort them all. */
function isOneOf(column: RawBuilder<unknown>, words: readonly string[]): RawBuilder<unknown> {
  return words.length === 1 ? sql`${column} = ${words[0]}` : sql`${column} = any(${words}::text[])`
}

/** A page of documents of one kind, newest first. */
export async function listDocuments(tx: TenantTx, query: ListQuery): Promise<DocumentHead[]> {
  const pattern = anywhere(query.search)
  const conditions = [
    ...(query.states === undefined ? [] : [sql`and ${isOneOf(sql`d.state`, query.states)}`]),
    ...(query.partyId === undefined ? [] : [sql`and d.party_id = ${query.partyId}`]),
    ...(pattern === null ? [] : [sql`and (lower(d.number) like ${pattern} or lower(p.name) like ${pattern})`]),
    ...(query.after === undefined
      ? []
      : [sql`and (d.day, d.id) < (${query.after.day}::date, ${query.after.id}::uuid)`]),
  ]
  const { rows } = await sql<HeadRow>`
    select ${headColumns} from ${withParty}
    where d.tenant_id = ${tx.tenantId} and d.kind = ${query.kind} ${sql.join(conditions, sql` `)}
    order by d.day desc, d.id desc limit ${query.limit}`.execute(tx)
  return rows.map(toHead)
}

/** Issued and not settled, what is due first first. */
export async function listOpenDocuments(tx: TenantTx, query: OpenQuery): Promise<DocumentHead[]> {
  const ofParty = query.partyId === undefined ? sql`` : sql`and d.party_id = ${query.partyId}`
  const { rows } = await sql<HeadRow>`
    select ${headColumns} from ${withParty}
    where d.tenant_id = ${tx.tenantId} and ${isOneOf(sql`d.kind`, query.kinds)} and d.state = 'issued'
      and d.settled_minor <> d.total_minor ${ofParty}
    order by d.due_day nulls last, d.id limit ${query.limit ?? 1000}`.execute(tx)
  return rows.map(toHead)
}

/** The newest few documents of each kind in each state asked for, in one statement; newest first within each. */
export async function listFirstOfStates(
  tx: TenantTx,
  asked: readonly { readonly kind: DocumentKind; readonly state: string }[],
  limit: number,
): Promise<DocumentHead[]> {
  const [kinds, states] = [asked.map(({ kind }) => kind), asked.map(({ state }) => state)]
  const { rows } = await executePrepared(
    tx,
    sql<HeadRow>`
    select ${headColumns} from unnest(${kinds}::text[], ${states}::text[]) as a(kind, state)
    cross join lateral (select * from documents o
      where o.tenant_id = ${tx.tenantId} and o.kind = a.kind and o.state = a.state
      order by o.day desc, o.id desc limit ${sql.lit(limit)}) d
    left join parties p on p.tenant_id = ${tx.tenantId} and p.id = d.party_id
    order by d.day desc, d.id desc`,
  )
  return rows.map(toHead)
}

/** How many documents of each kind are in each state, of the states named. */
export async function countByState(
  tx: TenantTx,
  kinds: readonly DocumentKind[],
  states: readonly string[],
): Promise<{ kind: DocumentKind; state: string; count: number }[]> {
  const { rows } = await sql<{ kind: DocumentKind; state: string; count: string }>`
    select kind, state, count(*) as count from documents
    where tenant_id = ${tx.tenantId} and kind = any(${kinds}::text[]) and state = any(${states}::text[])
    group by kind, state`.execute(tx)
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** How much of each of the given lines went on, by kind of document. What was cancelled does not count. */
export async function listCarriedOn(tx: TenantTx, lineIds: readonly string[]): Promise<CarriedOn[]> {
  if (lineIds.length === 0) return []
  const { rows } = await sql<{ line_id: string; kind: DocumentKind; quantity: string }>`
    select l.from_line_id as line_id, d.kind, sum(l.quantity_milli) as quantity
    from document_lines l join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
    where l.tenant_id = ${tx.tenantId} and l.from_line_id = any(${lineIds}::uuid[])
      and d.state not in ('cancelled', 'refused')
    group by l.from_line_id, d.kind`.execute(tx)
  return rows.map((row) => ({ lineId: row.line_id, kind: row.kind, quantityMilli: BigInt(row.quantity) }))
}

/** Quantities of lines by their ids, wherever they stand. */
export async function listLineQuantities(tx: TenantTx, lineIds: readonly string[]): Promise<Map<string, bigint>> {
  if (lineIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; quantity: string }>`
    select id, quantity_milli as quantity from document_lines
    where tenant_id = ${tx.tenantId} and id = any(${lineIds}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, BigInt(row.quantity)]))
}

/** Documents that were made from this one, oldest first. */
export async function listMadeFrom(tx: TenantTx, id: string): Promise<DocumentHead[]> {
  const { rows } = await sql<HeadRow>`
    select ${headColumns} from ${withParty} where d.tenant_id = ${tx.tenantId} and d.from_id = ${id}
    order by d.id limit 200`.execute(tx)
  return rows.map(toHead)
}

export type HeadRow = {
  id: string
  kind: DocumentKind
  number: string | null
  state: string
  party_id: string | null
  party_name: string | null
  place_id: string | null
  day: PlainDate
  due_day: PlainDate | null
  currency: string
  rate: string
  rate_source: string | null
  reference: string | null
  note: string | null
  from_id: string | null
  net_minor: string
  tax_minor: string
  total_minor: string
  home_net_minor: string
  settled_minor: string
  details: Record<string, unknown>
  client_id: string | null
  version: number
  made_at: Date
  issued_at: Date | null
}

function toHead(row: HeadRow): DocumentHead {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    state: row.state,
    partyId: row.party_id,
    partyName: row.party_name,
    placeId: row.place_id,
    day: row.day,
    dueDay: row.due_day,
    currency: row.currency,
    // numeric(24, 12) comes with all its noughts.
    rate: row.rate.includes('.') ? row.rate.replace(/\.?0+$/, '') : row.rate,
    rateSource: row.rate_source,
    reference: row.reference,
    note: row.note,
    fromId: row.from_id,
    netMinor: BigInt(row.net_minor),
    taxMinor: BigInt(row.tax_minor),
    totalMinor: BigInt(row.total_minor),
    homeNetMinor: BigInt(row.home_net_minor),
    settledMinor: BigInt(row.settled_minor),
    details: row.details,
    clientId: row.client_id,
    version: row.version,
    madeAt: row.made_at,
    issuedAt: row.issued_at,
  }
}

type LineRow = {
  id: string
  line_no: number
  item_id: string | null
  lot_id: string | null
  description: string
  quantity_milli: string
  unit: string | null
  price_thousandths: string
  discount_minor: string
  net_minor: string
  tax_class: string | null
  taxes: { code: string; base: string; rate: string; amount: string }[]
  tax_minor: string
  from_line_id: string | null
}

function toLine(row: LineRow): LineRecord {
  return {
    id: row.id,
    lineNo: row.line_no,
    itemId: row.item_id,
    lotId: row.lot_id,
    description: row.description,
    quantityMilli: BigInt(row.quantity_milli),
    unit: row.unit,
    priceThousandths: BigInt(row.price_thousandths),
    discountMinor: BigInt(row.discount_minor),
    netMinor: BigInt(row.net_minor),
    taxClass: row.tax_class,
    taxes: row.taxes.map((tax) => ({ ...tax, base: BigInt(tax.base), amount: BigInt(tax.amount) })),
    taxMinor: BigInt(row.tax_minor),
    fromLineId: row.from_line_id,
  }
}

function taxText(tax: LineTax) {
  return { ...tax, base: tax.base.toString(), amount: tax.amount.toString() }
}
