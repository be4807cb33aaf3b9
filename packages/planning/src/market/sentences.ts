// SPDX-License-Identifier: Apache-2.0
import { lineThrough } from '@resham/stats'
import { YEAR } from './regular.ts'
import type { MarketAhead, MarketOutlook, MarketSentence, MarketSeries } from './types.ts'

/** What each value of a sentence is: a day, a share, a value of the series, or a number of years. */
export type MarketValueKind = 'day' | 'ratio' | 'value' | 'years'

/** Every sentence about a series and what its values are. The words stand in the catalogues. */
export const marketSentenceCodes: Readonly<Record<string, Readonly<Record<string, MarketValueKind>>>> = {
  'market.record-high': { value: 'value', day: 'day' },
  'market.record-low': { value: 'value', day: 'day' },
  'market.high-since': { value: 'value', day: 'day' },
  'market.low-since': { value: 'value', day: 'day' },
  'market.last-up': { ratio: 'ratio' },
  'market.last-down': { ratio: 'ratio' },
  'market.last-same': {},
  'market.year-up': { ratio: 'ratio' },
  'market.year-down': { ratio: 'ratio' },
  'market.year-same': {},
  'market.trend-up': { ratio: 'ratio', years: 'years' },
  'market.trend-down': { ratio: 'ratio', years: 'years' },
  'market.trend-flat': { years: 'years' },
  'market.shift-up': { day: 'day', ratio: 'ratio' },
  'market.shift-down': { day: 'day', ratio: 'ratio' },
  'market.unusual-high': { day: 'day', value: 'value', usual: 'value' },
  'market.unusual-low': { day: 'day', value: 'value', usual: 'value' },
  'market.next': { day: 'day', mean: 'value', low: 'value', high: 'value' },
}

/** A change smaller than this is none. */
const SAME = 0.005
/** A trend of less than this a year is flat. */
const FLAT = 0.02
const TREND_YEARS = 3
const SHIFTS_TOLD = 3
const UNUSUAL_TOLD = 2

type Known = Pick<MarketOutlook, 'change' | 'yearChange' | 'shifts' | 'unusual'>

/** What changed and by how much: the newest first, then the long run, then what stands out. */
export function marketSentences(series: MarketSeries, known: Known, next: MarketAhead | undefined): MarketSentence[] {
  const { change, yearChange, shifts, unusual } = known
  const told: (MarketSentence | undefined)[] = [
    change ? wayOf('last', change.ratio) : undefined,
    yearChange ? wayOf('year', yearChange.ratio) : undefined,
    extremeOf(series),
    trendOf(series),
    ...shifts
      .slice(-SHIFTS_TOLD)
      .reverse()
      .map(({ day, ratio }) => ({
        code: `market.shift-${ratio > 0 ? 'up' : 'down'}`,
        values: { day, ratio: Math.abs(ratio) },
      })),
    ...unusual
      .slice(-UNUSUAL_TOLD)
      .reverse()
      .map(({ day, value, usual }) => ({
        code: `market.unusual-${value > usual ? 'high' : 'low'}`,
        values: { day, value, usual },
      })),
    expected(next),
  ]
  return told.filter((one) => one !== undefined)
}

function wayOf(what: 'last' | 'year', ratio: number): MarketSentence {
  if (Math.abs(ratio) < SAME) return { code: `market.${what}-same`, values: {} }
  return { code: `market.${what}-${ratio > 0 ? 'up' : 'down'}`, values: { ratio: Math.abs(ratio) } }
}

/** "Never as high", or "not as high since"; nothing where the last year held as much. */
function extremeOf({ days, values, frequency }: MarketSeries): MarketSentence | undefined {
  const last = values.length - 1
  const year = Math.max(4, YEAR[frequency])
  if (last < 2 * year) return undefined
  const value = values[last] as number
  for (const [word, sign] of [
    ['high', 1],
    ['low', -1],
  ] as const) {
    let i = last - 1
    while (i >= 0 && sign * (values[i] as number) < sign * value) i -= 1
    if (i < 0) return { code: `market.record-${word}`, values: { value, day: days[0] as number } }
    if (last - i > year) return { code: `market.${word}-since`, values: { value, day: days[i] as number } }
  }
  return undefined
}

/** The mean change a year over the last three, by a straight line through the logarithms. */
function trendOf({ days, values }: MarketSeries): MarketSentence | undefined {
  const end = days[days.length - 1] as number
  const from = days.findIndex((day) => day > end - TREND_YEARS * 365.25)
  const recent = values.slice(from)
  if (recent.length < 6 || end - (days[from] as number) < 700 || recent.some((value) => !(value > 0))) return undefined
  const perYear = (recent.length - 1) / ((end - (days[from] as number)) / 365.25)
  const ratio = Math.exp(lineThrough(recent.map(Math.log)).slope * perYear) - 1
  if (Math.abs(ratio) < FLAT) return { code: 'market.trend-flat', values: { years: TREND_YEARS } }
  return { code: `market.trend-${ratio > 0 ? 'up' : 'down'}`, values: { ratio: Math.abs(ratio), years: TREND_YEARS } }
}

/** Half-way through what is expected: near enough to matter, far enough to plan by. */
function expected(next: MarketAhead | undefined): MarketSentence | undefined {
  const point = next?.points[Math.ceil((next.points.length - 1) / 2)]
  if (!point) return undefined
  return { code: 'market.next', values: { day: point.day, mean: point.mean, low: point.lo80, high: point.hi80 } }
}
