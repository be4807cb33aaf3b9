// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { anywhere } from '#platform/db/like.ts'
import type { PlatformTx, TenantTx } from '#platform/db/tenancy.ts'
import type { TradeFlow } from './flows.ts'

export type { TradeFlow } from './flows.ts'

/** Trade belongs to no business: whoever has a transaction may read it. */
type AnyTx = PlatformTx | TenantTx

const flowsAtOnce = 5_000

/** Keeps trade; what was known of the same year is replaced. */
export async function saveFlows(
  tx: PlatformTx,
  flows: readonly TradeFlow[],
  by: { readonly invented: boolean; readonly runId: string },
): Promise<void> {
  for (let from = 0; from < flows.length; from += flowsAtOnce) {
    const some = JSON.stringify(flows.slice(from, from + flowsAtOnce))
    await sql`
      insert into trade_flows (invented, product_code, flow, reporter, partner, year, value_usd, weight_kg, run_id)
      select ${by.invented}, "productCode", flow, reporter, partner, year, "valueUsd", "weightKg", ${by.runId}::uuid
      from jsonb_to_recordset(${some}::jsonb) as r("productCode" text, flow text, reporter text, partner text,
        year integer, "valueUsd" double precision, "weightKg" double precision)
      on conflict (invented, product_code, flow, reporter, partner, year) do update set
        value_usd = excluded.value_usd, weight_kg = excluded.weight_kg, run_id = excluded.run_id`.execute(tx)
  }
}

/**
 * Trade of a heading, as it is known by heading, else summed over its subheadings: what countries import from all or
 * from home, and what home exports.
 */
export async function listFlows(
  tx: AnyTx,
  query: {
    readonly heading: string
    readonly invented: boolean
    /** How trade data name the country that sells, and the world. */
    readonly home: readonly string[]
    readonly world: readonly string[]
  },
): Promise<Omit<TradeFlow, 'productCode'>[]> {
  const { rows } = await sql<Omit<TradeFlow, 'productCode'>>`
    select distinct on (flow, reporter, partner, year) flow, reporter, partner, year,
      sum(value_usd) as "valueUsd", case when count(*) = count(weight_kg) then sum(weight_kg) end as "weightKg"
    from trade_flows
    where invented = ${query.invented} and left(product_code, 4) = ${query.heading}
      and ((flow = 'import' and partner = any(${[...query.home, ...query.world]}::text[]))
        or (flow = 'export' and reporter = any(${query.home}::text[])))
    group by flow, reporter, partner, year, length(product_code)
    order by flow, reporter, partner, year, length(product_code)`.execute(tx)
  return rows
}

/** The last year that there is trade of; null where there is none. */
export async function findLastFlowYear(tx: AnyTx, invented: boolean): Promise<number | null> {
  const { rows } = await sql<{ year: number | null }>`
    select max(year) as year from trade_flows where invented = ${invented}`.execute(tx)
  return rows[0]?.year ?? null
}

/** Headings that there is trade of, with how many countries. */
export async function listTradedHeadings(
  tx: AnyTx,
  invented: boolean,
): Promise<{ heading: string; countries: number }[]> {
  const { rows } = await sql<{ heading: string; countries: number }>`
    select left(product_code, 4) as heading, count(distinct (reporter, partner))::int as countries
    from trade_flows where invented = ${invented} group by 1 order by 1`.execute(tx)
  return rows
}

/** A heading and what it is called. */
export type HeadingRecord = { readonly code: string; readonly nameEn: string; readonly nameUr: string | null }

/** Keeps what headings are called. */
export async function saveHeadings(
  tx: PlatformTx,
  headings: readonly HeadingRecord[],
  invented: boolean,
): Promise<void> {
  await sql`
    insert into trade_headings (invented, code, name_en, name_ur)
    select ${invented}, code, "nameEn", "nameUr"
    from jsonb_to_recordset(${JSON.stringify(headings)}::jsonb) as r(code text, "nameEn" text, "nameUr" text)
    on conflict (invented, code) do update set name_en = excluded.name_en,
      name_ur = coalesce(excluded.name_ur, trade_headings.name_ur)`.execute(tx)
}

const known = sql`distinct on (code) code, name_en as "nameEn", name_ur as "nameUr"`

/** What headings are called, of those that have a name; an invented name goes first for who may see it. */
export async function findHeadings(tx: AnyTx, codes: readonly string[], invented: boolean): Promise<HeadingRecord[]> {
  const { rows } = await sql<HeadingRecord>`
    select ${known} from trade_headings
    where code = any(${codes}::text[]) and (${invented} or not invented) order by code, invented desc`.execute(tx)
  return rows
}

/** Headings by words of their names, or by the first digits of their codes; so many at most. */
export async function searchHeadings(
  tx: AnyTx,
  query: { readonly search: string; readonly invented: boolean; readonly limit: number },
): Promise<HeadingRecord[]> {
  const pattern = anywhere(query.search)
  const { rows } = await sql<HeadingRecord>`
    select ${known} from trade_headings
    where (${query.invented} or not invented)
      and (lower(name_en) like ${pattern} or name_ur like ${pattern} or code like ${`${query.search.replace(/\D/g, '') || '?'}%`})
    order by code, invented desc limit ${query.limit}`.execute(tx)
  return rows
}
