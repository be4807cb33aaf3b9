// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, type Declined, declined } from '@resham/base'
import { compared, stretches, type Totals, totalsBetween, YEAR_BACK } from '../compare.ts'
import { unusualWeeks } from '../robust.ts'
import type {
  Chart,
  DailySeries,
  ItemSeries,
  Settings,
  TrendBrief,
  TrendStory,
  TrendSubject,
  WeeksAhead,
} from '../types.ts'
import { weekly, weekStart, weeksSince } from '../weekly.ts'
import { abcClasses, xyzClass } from './abc-xyz.ts'
import { type Months, seasonOf } from './season.ts'
import { type Presence, presenceOf } from './status.ts'
import { mainSentence, moreSentences } from './tell.ts'

/** Weeks on a chart, in the small picture of a list, and behind the class of variability. */
const CHART_WEEKS = 104
const SPARK_WEEKS = 26
const XYZ_WEEKS = 52
/** Orders in the stretch before, and in both together, below which no growth is named. */
const FEWEST_BEFORE = 3
const FEWEST_TOGETHER = 8

/** What telling a list needs to know of the whole. */
export type Setting = {
  readonly settings: Settings
  readonly booksFrom: DayNumber
  readonly months: Months
  /** What is expected of a key, or why nothing is said. */
  readonly ahead: (series: DailySeries) => WeeksAhead | Declined
}

/** One key measured, before it is compared with the others. */
export type Measured = {
  readonly series: DailySeries & Partial<Pick<ItemSeries, 'code' | 'category'>>
  readonly presence: Presence
  readonly now: Totals
  readonly before: Totals
  readonly lastYear: Totals
  readonly year: Totals
}

/** Sums over the stretches that are compared; keys that had no order up to today are left out. */
export function measure(list: readonly DailySeries[], today: DayNumber, booksFrom: DayNumber): Measured[] {
  const { now, before, lastYear } = stretches(today)
  const out: Measured[] = []
  for (const series of list) {
    const presence = presenceOf(series, today, booksFrom)
    if (presence === undefined) continue
    out.push({
      series,
      presence,
      now: totalsBetween(series, now.from, now.to),
      before: totalsBetween(series, before.from, before.to),
      lastYear: totalsBetween(series, lastYear.from, lastYear.to),
      year: totalsBetween(series, today - YEAR_BACK, today),
    })
  }
  return out
}

/** Growth that can be named: both stretches known, enough orders in them, and money before. */
export function growthOf({ now, before }: Pick<Measured, 'now' | 'before'>, known: boolean): number | null {
  const enough = before.orders >= FEWEST_BEFORE && now.orders + before.orders >= FEWEST_TOGETHER
  return known && enough && before.net > 0 ? now.net / before.net - 1 : null
}

/**
 * The stories of one kind of subject, in the order of rank: net of the last 30 days, then of twelve months, then key.
 */
export function tellStories(subject: TrendSubject, measured: readonly Measured[], setting: Setting): TrendStory[] {
  const { booksFrom, settings } = setting
  const stretch = stretches(settings.today)
  const ranks = ranksBy(measured, ({ now }) => now.net)
  const ranksBefore = ranksBy(measured, ({ before }) => before.net)
  const abc = abcClasses(measured.map(({ year }) => year.net))
  const all = measured.reduce((total, { year }) => total + Math.max(0, year.net), 0)
  const knownBefore = booksFrom <= stretch.before.from
  const stories = measured.map((one, i): TrendStory => {
    const { series, presence, now, before, lastYear, year } = one
    const rank = ranks[i] as number
    const chart = chartOf(subject, one, setting)
    const brief: TrendBrief = {
      key: series.key,
      name: series.name,
      code: series.code ?? null,
      category: series.category ?? null,
      rank,
      rankChange: knownBefore && before.net > 0 ? (ranksBefore[i] as number) - rank : null,
      abc: abc[i] as TrendBrief['abc'],
      xyz: xyzClass(piecesByWeek(one, settings.today)),
      status: presence.status,
      net30: now.net,
      quantity30: now.quantity,
      growth: growthOf(one, knownBefore),
      spark: sparkOf(series, settings.today, booksFrom),
    }
    const yearChange = compared(now.net, { ...stretch.lastYear, net: lastYear.net }, booksFrom, settings.today)
    const season = seasonOf(series, setting.months, presence.first)
    const share = all > 0 ? Math.max(0, year.net) / all : 0
    const told = { subject, brief, presence, lastYear: yearChange, share, of: measured.length, season, chart }
    return {
      subject,
      brief,
      sentence: mainSentence(told),
      more: moreSentences(told),
      last30: now.net,
      before: compared(now.net, { ...stretch.before, net: before.net }, booksFrom, settings.today),
      lastYear: yearChange,
      net12Months: year.net,
      firstDay: presence.first,
      lastDay: presence.last,
      season,
      chart,
    }
  })
  return stories.sort((a, b) => a.brief.rank - b.brief.rank)
}

/** Net of the last 26 weeks; fewer where the books are younger. */
export function sparkOf(series: DailySeries, today: DayNumber, booksFrom: DayNumber): number[] {
  return weekly(series.days, series.net, today, Math.min(SPARK_WEEKS, weeksSince(booksFrom, today)))
}

/** Places 1, 2, 3, ... by a value, the largest first; equal ones by twelve months, then by key. */
function ranksBy(measured: readonly Measured[], value: (one: Measured) => number): number[] {
  const values = measured.map(value)
  const order = measured.map((_, i) => i)
  order.sort((a, b) => (values[b] as number) - (values[a] as number) || tie(measured, a, b))
  const ranks = new Array<number>(measured.length)
  order.forEach((i, place) => {
    ranks[i] = place + 1
  })
  return ranks
}

function tie(measured: readonly Measured[], a: number, b: number): number {
  const [one, other] = [measured[a] as Measured, measured[b] as Measured]
  return other.year.net - one.year.net || (one.series.key < other.series.key ? -1 : 1)
}

/** Pieces in each whole week of the last year in which it was already sold. */
function piecesByWeek({ series, presence }: Measured, today: DayNumber): number[] {
  const whole = Math.floor((today - presence.first + 1) / 7)
  return weekly(series.days, series.quantity, today, Math.min(XYZ_WEEKS, whole))
}

function chartOf(subject: TrendSubject, { series, presence }: Measured, setting: Setting): Chart {
  const { today } = setting.settings
  const weeks = Math.min(CHART_WEEKS, weeksSince(presence.first, today))
  const values = weekly(series.days, subject === 'item' ? series.quantity : series.net, today, weeks)
  return {
    unit: subject === 'item' ? 'pieces' : 'money',
    past: { from: weekStart(today, weeks - 1), values },
    next: subject === 'customer' ? declined('customers-are-not-forecast') : setting.ahead(series),
    marks: unusualWeeks(values),
  }
}
