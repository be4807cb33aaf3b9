// SPDX-License-Identifier: Apache-2.0
import { YEAR } from './regular.ts'
import type { MarketAhead, MarketOutlook, MarketSentence, MarketSeries, MarketTrend } from './types.ts'

/** What each value of a sentence is: a day, a share without its sign, one with it, or a value of the series. */
export type MarketValueKind = 'day' | 'ratio' | 'signed' | 'value'

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
  ...Object.fromEntries(
    ['slight', 'moderate', 'strong', 'very-strong'].flatMap((strength) =>
      ['up', 'down'].map((way) => [`market.trend-${way}-${strength}`, { day: 'day', ratio: 'ratio', sure: 'ratio' }]),
    ),
  ),
  'market.trend-flat': { day: 'day', sure: 'ratio' },
  'market.trend-unclear': { day: 'day' },
  'market.shift-up': { day: 'day', ratio: 'ratio' },
  'market.shift-down': { day: 'day', ratio: 'ratio' },
  'market.turn-up': { day: 'day', was: 'signed', now: 'signed' },
  'market.turn-down': { day: 'day', was: 'signed', now: 'signed' },
  'market.unusual-high': { day: 'day', value: 'value', usual: 'value' },
  'market.unusual-low': { day: 'day', value: 'value', usual: 'value' },
  'market.next': { day: 'day', mean: 'value', low: 'value', high: 'value' },
}

/** A change smaller than this is none. */
const SAME = 0.005
/** Nobody is surer. */
const MOST_SURE = 0.99
const SHIFTS_TOLD = 2
const TURNS_TOLD = 1
const UNUSUAL_TOLD = 2
/** What is older stands on the chart and has no sentence. */
const TOLD_DAYS = 5 * 366

type Known = Pick<MarketOutlook, 'change' | 'yearChange' | 'shifts' | 'turns' | 'unusual' | 'trend'>

/** What changed and by how much: the newest first, then the long run, then what stands out. */
export function marketSentences(series: MarketSeries, known: Known, next: MarketAhead | undefined): MarketSentence[] {
  const { change, yearChange, trend } = known
  const since = (series.days.at(-1) ?? 0) - TOLD_DAYS
  const recent = <T extends { readonly day: number }>(all: readonly T[], most: number) =>
    all
      .filter(({ day }) => day >= since)
      .slice(-most)
      .reverse()
  // Where the trend itself is told from, its beginning need not be.
  const turns = known.turns.filter(({ day }) => trend?.direction === 'unclear' || day !== trend?.since)
  const told: (MarketSentence | undefined)[] = [
    change ? wayOf('last', change.ratio) : undefined,
    yearChange ? wayOf('year', yearChange.ratio) : undefined,
    extremeOf(series),
    trend ? wayOfTrend(trend) : undefined,
    ...recent(known.shifts, SHIFTS_TOLD).map(({ day, ratio }) => ({
      code: `market.shift-${ratio > 0 ? 'up' : 'down'}`,
      values: { day, ratio: Math.abs(ratio) },
    })),
    ...recent(turns, TURNS_TOLD).map(({ day, before, after }) => ({
      code: `market.turn-${after > before ? 'up' : 'down'}`,
      values: { day, was: before, now: after },
    })),
    ...recent(known.unusual, UNUSUAL_TOLD).map(({ day, value, usual }) => ({
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

function wayOfTrend({ direction, ratio, strength, sure, since }: MarketTrend): MarketSentence {
  if (direction === 'unclear') return { code: 'market.trend-unclear', values: { day: since } }
  if (direction === 'flat')
    return { code: 'market.trend-flat', values: { day: since, sure: Math.min(MOST_SURE, sure) } }
  return {
    code: `market.trend-${direction}-${strength}`,
    values: { day: since, ratio: Math.abs(ratio), sure: Math.min(MOST_SURE, sure) },
  }
}

/** Half-way through what is expected: near enough to matter, far enough to plan by. */
function expected(next: MarketAhead | undefined): MarketSentence | undefined {
  const point = next?.points[Math.ceil((next.points.length - 1) / 2)]
  if (!point) return undefined
  return { code: 'market.next', values: { day: point.day, mean: point.mean, low: point.lo80, high: point.hi80 } }
}
