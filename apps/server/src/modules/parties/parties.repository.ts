// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import { anywhere } from '#platform/db/like.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { Address, CustomerSeen, PartyDraft, PartyRecord } from './parties.types.ts'

/** Writes down the customers that an import met. */
export async function upsertCustomers(tx: TenantTx, customers: readonly CustomerSeen[]): Promise<void> {
  await insertMany(
    tx,
    'parties',
    customers,
    { id: (customer) => customer.id, code: (customer) => customer.code, name: (customer) => customer.name },
    {
      onConflict:
        '(tenant_id, id) do update set name = excluded.name where excluded.name not in (parties.name, parties.code)',
    },
  )
}

/** Names of customers and suppliers by id. */
export async function listPartyNames(tx: TenantTx): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from parties where tenant_id = ${tx.tenantId}`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** What tells each party from others, without those that were merged. */
export async function listPartyMarks(
  tx: TenantTx,
): Promise<{ id: string; name: string; phone: string | null; email: string | null; taxNumber: string | null }[]> {
  const { rows } = await sql<{
    id: string
    name: string
    phone: string | null
    email: string | null
    tax: string | null
  }>`
    select id, name, phone, email, tax_number as tax from parties
    where tenant_id = ${tx.tenantId} and merged_into is null order by id`.execute(tx)
  return rows.map(({ tax, ...row }) => ({ ...row, taxNumber: tax }))
}

const columns = sql`
  id, code, name, is_customer, is_supplier, phone, email, address, tax_number, registration, terms_days,
  credit_limit_minor, currency, language, price_list_id, lead_time_days, note, merged_into, version`

/** A page of parties in order of name, then id. Those that were merged into others are left out. */
export async function listParties(
  tx: TenantTx,
  query: {
    readonly search?: string
    readonly side?: 'customer' | 'supplier'
    readonly after?: { readonly name: string; readonly id: string }
    readonly limit: number
  },
): Promise<PartyRecord[]> {
  const pattern = anywhere(query.search)
  const { rows } = await sql<PartyRow>`
    select ${columns} from parties
    where tenant_id = ${tx.tenantId} and merged_into is null
      and (${pattern}::text is null or lower(name) like ${pattern} or lower(code) like ${pattern} or phone like ${pattern})
      and (${query.side ?? null}::text is null or (${query.side ?? null} = 'customer' and is_customer)
        or (${query.side ?? null} = 'supplier' and is_supplier))
      and (${query.after?.name ?? null}::text is null
        or (name, id) > (${query.after?.name ?? null}, ${query.after?.id ?? null}::uuid))
    order by name, id limit ${query.limit}`.execute(tx)
  return rows.map(toParty)
}

/** One party, or undefined. */
export async function findParty(tx: TenantTx, id: string): Promise<PartyRecord | undefined> {
  const { rows } = await sql<PartyRow>`
    select ${columns} from parties where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
  return rows[0] && toParty(rows[0])
}

/** The party that stands for this one now: the one it was merged into, and so on; or undefined. */
export async function findStandingParty(tx: TenantTx, id: string): Promise<PartyRecord | undefined> {
  let party = await findParty(tx, id)
  // A merge only ever names one that stands, so the way is short and has an end.
  for (let step = 0; party?.mergedInto && step < mostMerges; step += 1) party = await findParty(tx, party.mergedInto)
  return party
}

const mostMerges = 50

/** Keeps parties as they are until the transaction ends: of two merges that meet, the second sees the first. */
export async function holdParties(tx: TenantTx, ids: readonly string[]): Promise<void> {
  await sql`
    select id from parties where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[]) order by id for update`.execute(
    tx,
  )
}

/** The given parties. */
export async function listPartiesById(tx: TenantTx, ids: readonly string[]): Promise<PartyRecord[]> {
  const { rows } = await sql<PartyRow>`
    select ${columns} from parties where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[])`.execute(tx)
  return rows.map(toParty)
}

/** Writes a party down. @returns False when the id is known: nothing was written. */
export async function insertParty(tx: TenantTx, id: string, code: string, party: PartyDraft): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into parties (tenant_id, id, code, name, is_customer, is_supplier, phone, email, address, tax_number,
      registration, terms_days, credit_limit_minor, currency, language, price_list_id, lead_time_days, note)
    values (${tx.tenantId}, ${id}, ${code}, ${party.name}, ${party.isCustomer}, ${party.isSupplier}, ${party.phone},
      ${party.email}, ${JSON.stringify(party.address)}, ${party.taxNumber}, ${party.registration}, ${party.termsDays},
      ${party.creditLimitMinor}, ${party.currency}, ${party.language}, ${party.priceListId}, ${party.leadTimeDays},
      ${party.note})
    on conflict (tenant_id, id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Changes a party, whole. @returns False when its version is no longer the one named: nothing was written. */
export async function updateParty(tx: TenantTx, id: string, version: number, party: PartyDraft): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update parties set name = ${party.name}, is_customer = ${party.isCustomer}, is_supplier = ${party.isSupplier},
      phone = ${party.phone}, email = ${party.email}, address = ${JSON.stringify(party.address)},
      tax_number = ${party.taxNumber}, registration = ${party.registration}, terms_days = ${party.termsDays},
      credit_limit_minor = ${party.creditLimitMinor}, currency = ${party.currency}, language = ${party.language},
      price_list_id = ${party.priceListId}, lead_time_days = ${party.leadTimeDays}, note = ${party.note},
      version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id} and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

/** One party goes into another, which is from then on customer and supplier as far as either was. */
export async function mergeParty(
  tx: TenantTx,
  of: { readonly keptId: string; readonly goneId: string },
): Promise<void> {
  await sql`
    update parties kept set is_customer = kept.is_customer or gone.is_customer,
      is_supplier = kept.is_supplier or gone.is_supplier
    from parties gone where kept.tenant_id = ${tx.tenantId} and kept.id = ${of.keptId}
      and gone.tenant_id = ${tx.tenantId} and gone.id = ${of.goneId}`.execute(tx)
  await sql`
    update parties set merged_into = ${of.keptId} where tenant_id = ${tx.tenantId} and id = ${of.goneId}`.execute(tx)
}

/** The party that had gone stands for itself again, and the kept one is what it was. */
export async function unmergeParty(
  tx: TenantTx,
  of: {
    readonly keptId: string
    readonly goneId: string
    readonly before: { readonly isCustomer: boolean; readonly isSupplier: boolean }
  },
): Promise<void> {
  await sql`
    update parties set is_customer = ${of.before.isCustomer}, is_supplier = ${of.before.isSupplier}
    where tenant_id = ${tx.tenantId} and id = ${of.keptId}`.execute(tx)
  await sql`
    update parties set merged_into = null where tenant_id = ${tx.tenantId} and id = ${of.goneId}`.execute(tx)
}

type PartyRow = {
  id: string
  code: string
  name: string
  is_customer: boolean
  is_supplier: boolean
  phone: string | null
  email: string | null
  address: Address
  tax_number: string | null
  registration: string | null
  terms_days: number | null
  credit_limit_minor: string | null
  currency: string | null
  language: string | null
  price_list_id: string | null
  lead_time_days: number | null
  note: string | null
  merged_into: string | null
  version: number
}

function toParty(row: PartyRow): PartyRecord {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    isCustomer: row.is_customer,
    isSupplier: row.is_supplier,
    phone: row.phone,
    email: row.email,
    address: row.address,
    taxNumber: row.tax_number,
    registration: row.registration,
    termsDays: row.terms_days,
    creditLimitMinor: row.credit_limit_minor === null ? null : BigInt(row.credit_limit_minor),
    currency: row.currency,
    language: row.language === 'ur' || row.language === 'en' ? row.language : null,
    priceListId: row.price_list_id,
    leadTimeDays: row.lead_time_days,
    note: row.note,
    mergedInto: row.merged_into,
    version: row.version,
  }
}
