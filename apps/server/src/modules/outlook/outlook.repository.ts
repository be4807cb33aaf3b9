// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type * as contract from '@resham/contract'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { insertMany } from '#platform/db/insert-many.ts'
import { anywhere } from '#platform/db/like.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { KeptStory, KeptToday } from './outlook.mapping.ts'

type Brief = Static<typeof contract.TrendBrief>
export type TrendSubject = 'item' | 'category' | 'country' | 'customer' | 'channel'

/** What the books said when it was made, and by what. */
export type OutlookRecord = {
  readonly throughDay: PlainDate
  readonly madeAt: Date
  readonly engine: string
  readonly engineVersion: string
  readonly seed: number
  readonly inputHash: string
  readonly today: KeptToday
}

/** Keeps the outlook in place of the one before. */
export async function saveOutlook(tx: TenantTx, outlook: OutlookRecord): Promise<void> {
  await sql`
    insert into outlooks (tenant_id, through_day, made_at, engine, engine_version, seed, input_hash, today)
    values (${tx.tenantId}, ${outlook.throughDay}, ${outlook.madeAt}, ${outlook.engine}, ${outlook.engineVersion},
      ${outlook.seed}, ${outlook.inputHash}, ${JSON.stringify(outlook.today)})
    on conflict (tenant_id) do update set through_day = excluded.through_day, made_at = excluded.made_at,
      engine = excluded.engine, engine_version = excluded.engine_version, seed = excluded.seed,
      input_hash = excluded.input_hash, today = excluded.today`.execute(tx)
}

const outlookColumns = sql`
  through_day as "throughDay", made_at as "madeAt", engine, engine_version as "engineVersion", seed::float8 as seed,
  input_hash as "inputHash"`

/** The outlook, or undefined while there is none. */
export async function findOutlook(tx: TenantTx): Promise<OutlookRecord | undefined> {
  const { rows } = await sql<OutlookRecord>`
    select ${outlookColumns}, today from outlooks where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows[0]
}

/** Where the outlook comes from, without what it says. */
export async function findProvenance(tx: TenantTx): Promise<Omit<OutlookRecord, 'today'> | undefined> {
  const { rows } = await sql<Omit<OutlookRecord, 'today'>>`
    select ${outlookColumns} from outlooks where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows[0]
}

/** Sales in weeks ahead with their band, minor units, or why there is no forecast. */
export type SalesAhead = KeptToday['chart']['next']

/** The sales forecast of the outlook, or undefined while there is none. */
export async function findSalesAhead(tx: TenantTx): Promise<SalesAhead | undefined> {
  const { rows } = await sql<{ next: SalesAhead }>`
    select today -> 'chart' -> 'next' as next from outlooks where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows[0]?.next
}

/** A trend on its way to be kept. */
export type TrendRecord = {
  readonly subject: TrendSubject
  readonly brief: Brief
  readonly story: KeptStory
}

/** Keeps the trends in place of those before. */
export async function replaceTrends(tx: TenantTx, trends: readonly TrendRecord[]): Promise<void> {
  await sql`delete from trends where tenant_id = ${tx.tenantId}`.execute(tx)
  await insertMany(tx, 'trends', trends, {
    subject: ({ subject }) => subject,
    key: ({ brief }) => brief.key,
    name: ({ brief }) => brief.name,
    search: ({ brief }) => `${brief.name} ${brief.code ?? ''}`.toLowerCase(),
    rank: ({ brief }) => brief.rank,
    abc: ({ brief }) => brief.abc,
    xyz: ({ brief }) => brief.xyz,
    status: ({ brief }) => brief.status,
    category: ({ brief }) => brief.category,
    net_minor: ({ brief }) => brief.net30.minor,
    growth: ({ brief }) => brief.growth,
    brief: ({ brief }) => JSON.stringify(brief),
    full_story: ({ story }) => JSON.stringify(story),
  })
}

const orders = {
  rank: sql`rank, key`,
  rising: sql`growth desc nulls last, rank, key`,
  falling: sql`growth asc nulls last, rank, key`,
  name: sql`name, key`,
} as const

/** What a list of trends may be asked for. */
export type TrendQuery = {
  readonly search?: string
  readonly abc?: string
  readonly xyz?: string
  readonly status?: string
  readonly category?: string
  readonly sort: keyof typeof orders
  readonly offset: number
  readonly limit: number
}

/** A page of trends, and how many there are in all. */
export async function listTrends(
  tx: TenantTx,
  subject: TrendSubject,
  query: TrendQuery,
): Promise<{ count: number; briefs: Brief[] }> {
  const pattern = anywhere(query.search)
  const where = sql`
    tenant_id = ${tx.tenantId} and subject = ${subject}
    and (${pattern}::text is null or search like ${pattern})
    and (${query.abc ?? null}::text is null or abc = ${query.abc ?? null})
    and (${query.xyz ?? null}::text is null or xyz = ${query.xyz ?? null})
    and (${query.status ?? null}::text is null or status = ${query.status ?? null})
    and (${query.category ?? null}::text is null or category = ${query.category ?? null})`
  const counted = await sql<{ count: number }>`select count(*)::int as count from trends where ${where}`.execute(tx)
  const { rows } = await sql<{ brief: Brief }>`
    select brief from trends where ${where} order by ${orders[query.sort]} limit ${query.limit} offset ${query.offset}`.execute(
    tx,
  )
  return { count: counted.rows[0]?.count ?? 0, briefs: rows.map((row) => row.brief) }
}

/** One trend with its story, or undefined. */
export async function findTrend(
  tx: TenantTx,
  subject: TrendSubject,
  key: string,
): Promise<{ brief: Brief; story: KeptStory } | undefined> {
  const { rows } = await sql<{ brief: Brief; story: KeptStory }>`
    select brief, full_story as story from trends
    where tenant_id = ${tx.tenantId} and subject = ${subject} and key = ${key}`.execute(tx)
  return rows[0]
}
