// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber, type PlainDate, toDayNumber } from '@resham/base'
import { sql } from 'kysely'
import type { PlatformTx, TenantTx } from '#platform/db/tenancy.ts'
import type { MarketOutlookRecord, MarketSource, Points, SeriesRecord } from './market.types.ts'
import { seriesColumns } from './series-columns.ts'

const columns = sql.raw(seriesColumns)

/** Market series belong to no business: whoever has a transaction may read them. */
type AnyTx = PlatformTx | TenantTx

/** Lets one load of a source at a time write, until the transaction ends. */
export async function lockSource(tx: PlatformTx, source: MarketSource): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`market ${source}`}))`.execute(tx)
}

/** What is there of the series of a source that have one of the keys. */
export async function listSeriesByKey(
  tx: PlatformTx,
  source: MarketSource,
  keys: readonly string[],
): Promise<Pick<SeriesRecord, 'id' | 'sourceKey' | 'slug' | 'revision'>[]> {
  const { rows } = await sql<Pick<SeriesRecord, 'id' | 'sourceKey' | 'slug' | 'revision'>>`
    select id, source_key as "sourceKey", slug, revision from market_series
    where source = ${source} and source_key = any(${keys}::text[])`.execute(tx)
  return rows
}

/** Those of some slugs that are taken. */
export async function listTakenSlugs(tx: PlatformTx, slugs: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from market_series where slug = any(${slugs}::text[])`.execute(tx)
  return rows.map(({ slug }) => slug)
}

/** The points that count of some series, by id. */
export async function listPoints(tx: AnyTx, ids: readonly string[]): Promise<ReadonlyMap<string, Points>> {
  const { rows } = await sql<{ id: string; days: string[]; values: number[] }>`
    select p.series_id as id, array_agg(to_char(p.day, 'YYYY-MM-DD') order by p.day) as days,
      array_agg(p.value order by p.day) as values
    from market_points p join market_series s on s.id = p.series_id and s.revision = p.revision
    where s.id = any(${ids}::uuid[]) group by p.series_id`.execute(tx)
  return new Map(
    rows.map(({ id, days, values }) => [id, { days: days.map((day) => toDayNumber(day as PlainDate)), values }]),
  )
}

/** Keeps series, new ones and known ones alike. */
export async function saveSeries(tx: PlatformTx, series: readonly SeriesRecord[], now: Date): Promise<void> {
  const rows = series.map((one) => ({
    ...one,
    search: [
      one.nameEn,
      one.nameUr,
      one.commodity,
      one.place,
      one.region,
      one.sourceName,
      one.productCode,
      one.currency,
    ]
      .filter(Boolean)
      .join(' ')
      .toLowerCase(),
  }))
  await sql`
    insert into market_series (id, slug, source, source_key, source_name, licence, source_url, name_en, name_ur, search,
      kind, unit, currency, per_currency, frequency, region, place, commodity, reporter, partner, flow, product_code,
      measure, invented, revision, points, first_day, last_day, last_value, notes, run_id, updated_at)
    select id, slug, source, "sourceKey", "sourceName", licence, "sourceUrl", "nameEn", "nameUr", search, kind, unit,
      currency, "perCurrency", frequency, region, place, commodity, reporter, partner, flow, "productCode", measure,
      invented, revision, points, "firstDay", "lastDay", "lastValue", notes, "runId", ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, slug text, source text, "sourceKey" text,
      "sourceName" text, licence text, "sourceUrl" text, "nameEn" text, "nameUr" text, search text, kind text, unit text,
      currency text, "perCurrency" text, frequency text, region text, place text, commodity text, reporter text,
      partner text, flow text, "productCode" text, measure text, invented boolean, revision integer, points integer,
      "firstDay" date, "lastDay" date, "lastValue" double precision, notes jsonb, "runId" uuid)
    on conflict (source, source_key) do update set source_name = excluded.source_name, licence = excluded.licence,
      source_url = excluded.source_url, name_en = excluded.name_en, name_ur = excluded.name_ur, search = excluded.search,
      kind = excluded.kind, unit = excluded.unit, currency = excluded.currency, per_currency = excluded.per_currency,
      frequency = excluded.frequency, region = excluded.region, place = excluded.place, commodity = excluded.commodity,
      reporter = excluded.reporter, partner = excluded.partner, flow = excluded.flow,
      product_code = excluded.product_code, measure = excluded.measure, revision = excluded.revision,
      points = excluded.points, first_day = excluded.first_day, last_day = excluded.last_day,
      last_value = excluded.last_value, notes = excluded.notes, run_id = excluded.run_id,
      updated_at = excluded.updated_at`.execute(tx)
}

/** Points of one statement at most: more gain nothing and fill the memory. */
const pointsAtOnce = 50_000

/** Writes the points of a revision of each series. */
export async function savePoints(
  tx: PlatformTx,
  series: readonly (Points & { readonly id: string; readonly revision: number })[],
): Promise<void> {
  let rows: { id: string; revision: number; day: string; value: number }[] = []
  const write = async () => {
    if (rows.length === 0) return
    await sql`
      insert into market_points (series_id, revision, day, value)
      select * from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.revision)}::integer[],
        ${rows.map((row) => row.day)}::date[], ${rows.map((row) => row.value)}::double precision[])`.execute(tx)
    rows = []
  }
  for (const { id, revision, days, values } of series) {
    for (const [i, day] of days.entries())
      rows.push({ id, revision, day: fromDayNumber(day), value: values[i] as number })
    if (rows.length >= pointsAtOnce) await write()
  }
  await write()
}

/** Lets go of points older than the revision before the one that counts. */
export async function deleteOldPoints(tx: PlatformTx, ids: readonly string[]): Promise<void> {
  await sql`
    delete from market_points p using market_series s
    where s.id = p.series_id and s.id = any(${ids}::uuid[]) and p.revision < s.revision - 1`.execute(tx)
}

/** Series of which this version of the engine has not seen the points that count, oldest load first. */
export async function listUnseenSeries(tx: PlatformTx, version: string, limit: number): Promise<SeriesRecord[]> {
  const { rows } = await sql<SeriesRecord>`
    select ${columns} from market_series s left join market_outlooks o on o.series_id = s.id
    where o.revision is distinct from s.revision or o.engine_version <> ${version}
    order by s.updated_at, s.slug limit ${limit}`.execute(tx)
  return rows
}

/** Keeps what the engine said in place of what it said before. */
export async function saveMarketOutlook(tx: PlatformTx, one: MarketOutlookRecord): Promise<void> {
  await sql`
    insert into market_outlooks (series_id, revision, made_at, engine, engine_version, seed, input_hash, brief, story)
    values (${one.seriesId}, ${one.revision}, ${one.madeAt}, ${one.engine}, ${one.engineVersion}, ${one.seed},
      ${one.inputHash}, ${JSON.stringify(one.brief)}, ${JSON.stringify(one.story)})
    on conflict (series_id) do update set revision = excluded.revision, made_at = excluded.made_at,
      engine = excluded.engine, engine_version = excluded.engine_version, seed = excluded.seed,
      input_hash = excluded.input_hash, brief = excluded.brief, story = excluded.story`.execute(tx)
}

/** What the engine said of a series, or undefined while it has not seen it. */
export async function findMarketOutlook(tx: AnyTx, seriesId: string): Promise<MarketOutlookRecord | undefined> {
  const { rows } = await sql<MarketOutlookRecord>`
    select series_id as "seriesId", revision, made_at as "madeAt", engine, engine_version as "engineVersion",
      seed::float8 as seed, input_hash as "inputHash", brief, story
    from market_outlooks where series_id = ${seriesId}`.execute(tx)
  return rows[0]
}

/** Series of one kind: rates to turn currencies with, indexes to take inflation out with. */
export async function listSeriesOfKind(
  tx: AnyTx,
  kind: SeriesRecord['kind'],
  invented: boolean,
): Promise<SeriesRecord[]> {
  const { rows } = await sql<SeriesRecord>`
    select ${columns} from market_series s
    where s.kind = ${kind} and (${invented} or not s.invented) order by s.last_day desc, s.slug`.execute(tx)
  return rows
}

/** How many series there are of each kind, in each place, from each source. */
export async function countSeries(
  tx: AnyTx,
  invented: boolean,
): Promise<{ by: 'kind' | 'place' | 'source'; name: string; count: number }[]> {
  const { rows } = await sql<{ by: 'kind' | 'place' | 'source'; name: string; count: number }>`
    select b.by, b.name, count(*)::int as count
    from market_series s cross join lateral (values ('kind', s.kind), ('place', s.place), ('source', s.source)) b(by, name)
    where (${invented} or not s.invented) and b.name is not null group by 1, 2 order by 1, 3 desc, 2`.execute(tx)
  return rows
}

/** What the forecasts of series of each frequency were worth, summed. */
export async function sumAccuracy(tx: AnyTx, invented: boolean) {
  const { rows } = await sql<{
    frequency: SeriesRecord['frequency']
    series: number
    judged: number
    inside80: number
    inside95: number
    againstNaive: number | null
    typicalMiss: number | null
  }>`
    select s.frequency, count(*)::int as series, sum((a ->> 'judged')::int)::int as judged,
      sum((a ->> 'inside80')::int)::int as inside80, sum((a ->> 'inside95')::int)::int as inside95,
      percentile_cont(0.5) within group (order by (a ->> 'againstNaive')::float8) as "againstNaive",
      percentile_cont(0.5) within group (order by (a ->> 'typicalMiss')::float8) as "typicalMiss"
    from market_outlooks o join market_series s on s.id = o.series_id, lateral (select o.story -> 'accuracy' as a) x
    where jsonb_typeof(a) = 'object' and (${invented} or not s.invented) group by s.frequency
    order by array_position(array['day', 'week', 'month', 'quarter', 'year'], s.frequency)`.execute(tx)
  return rows
}
