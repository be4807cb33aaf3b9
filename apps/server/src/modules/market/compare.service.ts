// SPDX-License-Identifier: Apache-2.0
import { type Declined, declined, fromDayNumber, isDeclined } from '@resham/base'
import type { marketEndpoints as at, MarketComparison, RequestOf } from '@resham/contract'
import { market } from '@resham/planning'
import type { Static } from 'typebox'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext, FileReply } from '#platform/http/route.ts'
import { pastOf, spanDays } from './market.mapping.ts'
import { findSeries } from './market.repository.ts'
import type { SeriesRecord } from './market.types.ts'
import { listPoints, listSeriesOfKind } from './market-data.repository.ts'
import { comparisonCsv } from './market-file.ts'

const mostCompared = 6
type Comparison = Static<typeof MarketComparison>
type Query = RequestOf<typeof at.compare>['query']
type Shown = { readonly record: SeriesRecord; readonly series: market.MarketSeries; readonly currency: string | null }
type LeftOut = { readonly record: SeriesRecord; readonly why: Declined }

/** Up to six series in one measure; what cannot be shown that way is named with its reason. Unknown ones are left out. */
export async function compareMarket(
  ctx: BusinessContext,
  { query }: Pick<RequestOf<typeof at.compare>, 'query'>,
): Promise<Comparison> {
  const slugs = [...new Set((query.series ?? '').split(',').filter((slug) => slug !== ''))].slice(0, mostCompared)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const shown = await loadSeries(tx, slugs, ctx.business.sample)
    const rates = await loadRates(tx, shown, query, ctx.business.sample)
    const index = await loadIndex(tx, shown, ctx.business.sample)
    return compare(shown, query, rates, index)
  })
}

/** The same as a file. */
export async function writeComparisonFile(
  ctx: BusinessContext,
  input: Pick<RequestOf<typeof at.compareFile>, 'query'>,
): Promise<FileReply> {
  const content = comparisonCsv(await compareMarket(ctx, input))
  return { kind: 'file', fileName: 'comparison.csv', contentType: 'text/csv; charset=utf-8', content }
}

async function loadSeries(tx: TenantTx, slugs: readonly string[], invented: boolean): Promise<Shown[]> {
  const records: SeriesRecord[] = []
  for (const slug of slugs) {
    const found = await findSeries(tx, slug, invented)
    if (found) records.push(found)
  }
  return withPoints(tx, records)
}

async function withPoints(tx: TenantTx, records: readonly SeriesRecord[]): Promise<Shown[]> {
  const points = await listPoints(
    tx,
    records.map(({ id }) => id),
  )
  return records.flatMap((record) => {
    const found = points.get(record.id)
    return found ? [{ record, series: { ...found, frequency: record.frequency }, currency: record.currency }] : []
  })
}

type Rates = { readonly known: readonly market.RateSeries[]; readonly currencies: readonly string[] }

/** All pairs are known by name; the points only of those that a way from one of the series may need. */
async function loadRates(tx: TenantTx, shown: readonly Shown[], query: Query, invented: boolean): Promise<Rates> {
  const records = (await listSeriesOfKind(tx, 'rate', invented)).filter((one) => one.currency && one.perCurrency)
  const pairs = records.map((one) => ({
    days: [],
    values: [],
    frequency: one.frequency,
    currency: one.currency ?? '',
    per: one.perCurrency ?? '',
  }))
  const own = new Set(shown.flatMap(({ record, currency }) => (record.kind !== 'rate' && currency ? [currency] : [])))
  const currencies = [...new Set([...own].flatMap((from) => [from, ...market.currenciesFrom(from, pairs)]))].sort()
  if (query.measure === 'index' || query.currency === undefined) return { known: [], currencies }
  const ends = new Set([...own, query.currency])
  const needed = records.filter(({ currency, perCurrency }) => ends.has(currency ?? '') || ends.has(perCurrency ?? ''))
  const known = (await withPoints(tx, needed)).map(({ record, series }) => ({
    ...series,
    currency: record.currency ?? '',
    per: record.perCurrency ?? '',
  }))
  return { known, currencies }
}

/** The price index of the series' region; any, where none is of it. */
async function loadIndex(tx: TenantTx, shown: readonly Shown[], invented: boolean): Promise<Shown | undefined> {
  const records = (await listSeriesOfKind(tx, 'index', invented)).filter(isPriceIndex)
  const region = shown.find(({ record }) => record.region !== null)?.record.region
  const best = records.find((one) => one.region !== null && one.region === region) ?? records[0]
  return best && (await withPoints(tx, [best]))[0]
}

function isPriceIndex({ nameEn, measure }: SeriesRecord): boolean {
  return /price/i.test(nameEn) || /CPI|WPI/.test(measure ?? '')
}

function compare(shown: readonly Shown[], query: Query, rates: Rates, index: Shown | undefined): Comparison {
  const measure = query.measure ?? 'index'
  const leftOut: LeftOut[] = []
  let lines = [...shown]
  const change = (one: Shown, to: (series: Shown) => Shown | Declined) => {
    const changed = to(one)
    if (!isDeclined(changed)) return [changed]
    leftOut.push({ record: one.record, why: changed })
    return []
  }
  let base: number | null = null
  if (measure === 'real') lines = lines.flatMap((one) => change(one, (s) => inMoney(s, index)))
  if (measure !== 'index' && query.currency !== undefined) {
    const to = query.currency
    lines = lines.flatMap((one) => change(one, (s) => turned(s, to, rates.known)))
  }
  if (measure === 'index' && lines.length > 0) {
    const hundred = market.fromHundred(seenTogether(lines, query.span ?? 'all'))
    if (isDeclined(hundred)) {
      leftOut.push(...lines.map(({ record }) => ({ record, why: hundred })))
      lines = []
    } else {
      base = hundred.base
      lines = lines.map((one, i) => ({ ...one, series: hundred.series[i] as market.MarketSeries, currency: null }))
    }
  }
  const end = index?.series.days.at(-1)
  return {
    measure,
    currency: measure === 'index' ? null : (query.currency ?? null),
    // From 100 the picture begins where all begin, not where each would by itself.
    lines: lines.map((one) => toLine(one, measure === 'index' ? 'all' : query.span, measure)),
    leftOut: leftOut.map(({ record, why }) => ({ slug: record.slug, name: nameOf(record), why: { ...why } })),
    deflator:
      measure === 'real' && index && end !== undefined
        ? { slug: index.record.slug, name: nameOf(index.record), base: fromDayNumber(end) }
        : null,
    base: base === null ? null : fromDayNumber(base),
    currencies: [...rates.currencies],
    canBeReal: index !== undefined,
  }
}

/** The part of each that is asked for, counted back from the first of them to end: 100 is where the picture begins. */
function seenTogether(lines: readonly Shown[], span: keyof typeof spanDays): market.MarketSeries[] {
  const from = Math.min(...lines.map(({ series }) => series.days.at(-1) ?? 0)) - spanDays[span]
  return lines.map(({ series }) => {
    const first = series.days.findIndex((day) => day >= from)
    return { ...series, days: series.days.slice(first), values: series.values.slice(first) }
  })
}

function inMoney(one: Shown, index: Shown | undefined): Shown | Declined {
  if (!index) return declined('no-price-index')
  if (one.currency === null || one.record.kind === 'rate') return declined('not-money')
  const real = market.inMoneyOf(one.series, index.series)
  return isDeclined(real) ? real : { ...one, series: real }
}

function turned(one: Shown, to: string, rates: readonly market.RateSeries[]): Shown | Declined {
  if (one.currency === null || one.record.kind === 'rate') return declined('not-money')
  const series = market.inCurrency(one.series, one.currency, to, rates)
  return isDeclined(series) ? series : { ...one, series, currency: to }
}

function toLine(
  { record, series, currency }: Shown,
  span: Query['span'],
  measure: Comparison['measure'],
): Comparison['lines'][number] {
  const { past } = pastOf(series, series.frequency, span ?? 'all')
  const [first, last] = [past[0]?.value, past.at(-1)?.value]
  return {
    slug: record.slug,
    name: nameOf(record),
    unit: measure === 'index' ? null : record.unit,
    currency,
    points: past,
    lastDay: past.at(-1)?.day ?? record.lastDay,
    ratio: past.length > 1 && first !== undefined && last !== undefined && first !== 0 ? last / first - 1 : null,
  }
}

function nameOf({ nameEn, nameUr }: SeriesRecord) {
  return { en: nameEn, ur: nameUr }
}
