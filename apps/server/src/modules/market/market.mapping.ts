// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, type Declined, fromDayNumber, isDeclined, toDayNumber } from '@resham/base'
import type * as contract from '@resham/contract'
import type { market } from '@resham/planning'
import type { Static, TSchema } from 'typebox'
import type { KeptStory, MarketOutlookRecord, Points, RunRecord, SeenSeries, SeriesRecord } from './market.types.ts'

type Reply<S extends TSchema> = Static<S>
type Brief = Reply<typeof contract.MarketBrief>
type Span = '1y' | '3y' | '10y' | 'all'

const day = (number: DayNumber) => fromDayNumber(number)
const declinedReply = (refusal: Declined): Reply<typeof contract.DeclinedReply> => ({ ...refusal })

/** What the engine said of a series, as it is kept. */
export function toKeptOutlook(
  series: SeriesRecord,
  outlook: market.MarketOutlook,
  inputHash: string,
  now: Date,
): MarketOutlookRecord {
  const changeOf = (change: market.MarketOutlook['change']) =>
    change ? { from: day(change.from), ratio: change.ratio } : null
  const { next, season, trend, changed } = outlook
  return {
    seriesId: series.id,
    revision: series.revision,
    madeAt: now,
    engine: outlook.engine,
    engineVersion: outlook.version,
    seed: outlook.seed,
    inputHash,
    brief: { change: changeOf(outlook.change), yearChange: changeOf(outlook.yearChange), spark: [...outlook.spark] },
    story: {
      sentences: outlook.sentences.map(toSentence),
      trend: trend ? { ...trend, since: day(trend.since) } : null,
      changed: changed ? { ...changed, from: day(changed.from), parts: [...changed.parts] } : null,
      season: isDeclined(season) ? declinedReply(season) : toSeason(season),
      accuracy: outlook.track ? { ...outlook.track } : null,
      chart: {
        next: isDeclined(next) ? [] : next.points.map((point) => ({ ...point, day: day(point.day) })),
        declined: isDeclined(next) ? declinedReply(next) : null,
        model: isDeclined(next) ? null : next.model,
        shifts: outlook.shifts.map((shift) => ({ ...shift, day: day(shift.day) })),
        turns: outlook.turns.map((turn) => ({ ...turn, day: day(turn.day) })),
        unusual: outlook.unusual.map((point) => ({ ...point, day: day(point.day) })),
      },
    },
  }
}

function toSeason(season: market.MarketSeason): KeptStory['season'] {
  const { highMonths, lowMonths, months } = season
  return { ...season, highMonths: [...highMonths], lowMonths: [...lowMonths], months: [...months] }
}

function toSentence({ code, values }: market.MarketSentence): KeptStory['sentences'][number] {
  const said = Object.entries(values).map(([name, value]) => [name, name === 'day' ? day(value) : value])
  return { code, values: Object.fromEntries(said) }
}

/** Days after which a series of each frequency has stopped: sources are late, those of years by years. */
const patience = { day: 21, week: 42, month: 150, quarter: 300, year: 1100 } as const

/** A series as a list shows it. */
export function toBrief(series: SeenSeries, today: DayNumber): Brief {
  const { slug, kind, source, unit, currency, perCurrency, frequency, region, place, commodity, invented, watched } =
    series
  const { firstDay, lastDay, lastValue, points } = series
  return {
    ...{ slug, kind, source, unit, currency, perCurrency, frequency, region, place, commodity, invented, watched },
    name: { en: series.nameEn, ur: series.nameUr },
    ended: today - toDayNumber(lastDay) > patience[frequency],
    ...{ firstDay, lastDay, lastValue, points },
    change: series.brief?.change ?? null,
    yearChange: series.brief?.yearChange ?? null,
    spark: series.brief?.spark ?? [],
  }
}

/** A row of the catalogue: a series by its own name; several by what they are of, the first word of their names. */
export function toGroup(series: readonly SeenSeries[], today: DayNumber): Reply<typeof contract.MarketGroup> {
  const [first] = series
  const names = { en: first?.nameEn ?? '', ur: first?.nameUr ?? null }
  const several = { en: first?.commodity ?? names.en, ur: names.ur?.split('، ')[0] ?? null }
  return { name: series.length > 1 ? several : names, series: series.map((one) => toBrief(one, today)) }
}

/** Days that a picture looks back, by what was asked. */
export const spanDays = { '1y': 366, '3y': 3 * 366, '10y': 10 * 366, all: Number.POSITIVE_INFINITY } as const
/** As far as a page looks when it is not told. */
const usualSpan = { day: '1y', week: '3y', month: '3y', quarter: 'all', year: 'all' } as const
/** Points of one picture: a phone shows no more. */
const mostPoints = 400

/** The newest part of a series, thinned where there is too much of it; the last point is always there. */
export function pastOf(points: Points, frequency: SeriesRecord['frequency'], span: Span | undefined) {
  const last = points.days[points.days.length - 1] ?? 0
  const seenSpan = span ?? usualSpan[frequency]
  const from = last - spanDays[seenSpan]
  const seen = points.days.flatMap((one, i) =>
    one >= from ? [{ day: day(one), value: points.values[i] as number }] : [],
  )
  const everyNth = Math.ceil(seen.length / mostPoints)
  return { span: seenSpan, everyNth, past: seen.filter((_, i) => (seen.length - 1 - i) % everyNth === 0) }
}

/** A load as the API answers it. */
export function toRunReply(run: RunRecord): Reply<typeof contract.MarketRun> {
  const {
    source,
    origin,
    sha256,
    rowsRead,
    rowsKept,
    rowsSkipped,
    skipped,
    pointsAdded,
    pointsRevised,
    outcome,
    errorCode,
  } = run
  return {
    ...{
      source,
      origin,
      sha256,
      rowsRead,
      rowsKept,
      rowsSkipped,
      skipped,
      pointsAdded,
      pointsRevised,
      outcome,
      errorCode,
    },
    series: run.seriesCount,
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
  }
}

/** Where what is said of a series comes from. */
export function toProvenance(made: MarketOutlookRecord): Reply<typeof contract.Provenance> {
  const { engine, engineVersion: version, seed, inputHash, madeAt } = made
  return { engine, version, seed, inputHash, madeAt: madeAt.toISOString() }
}
