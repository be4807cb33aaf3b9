// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import type { AskSentence, SeriesAsk } from './types.ts'

/** A series and what is expected of it. Days are the first of their period, ascending. */
export type AskedSeries = {
  readonly days: readonly DayNumber[]
  readonly values: readonly number[]
  readonly next: readonly {
    readonly day: DayNumber
    readonly mean: number
    readonly lo80: number
    readonly hi80: number
  }[]
}

type Window = { readonly from: DayNumber; readonly to: DayNumber }

/** A change so small is none. */
const SAME = 0.005

/**
 * The figures that answer a question about one series.
 *
 * @param window The days that were asked about; null where none were named. A period belongs to the window that holds
 *               its first day.
 * @returns      Sentences, the answer itself first; empty for `season`, which the series' own page tells.
 */
export function answerSeries(ask: SeriesAsk, series: AskedSeries, window: Window | null): AskSentence[] {
  if (series.days.length === 0) return []
  if (ask === 'season') return []
  if (ask === 'ahead') return ahead(series, window)
  if (ask === 'highest' || ask === 'lowest') return extreme(ask, inside(series, window), series)
  if (ask === 'past') return past(inside(series, window), series)
  if (ask === 'why') return [...past(inside(series, window), series).slice(0, 1), { code: 'why', values: {} }]
  return now(series)
}

type Points = readonly { readonly day: DayNumber; readonly value: number }[]

function inside({ days, values }: AskedSeries, window: Window | null): Points {
  const all = days.map((day, i) => ({ day, value: values[i] as number }))
  return window === null ? all.slice(-13) : all.filter(({ day }) => day >= window.from && day <= window.to)
}

function now(series: AskedSeries): AskSentence[] {
  const last = series.days.length - 1
  const [day, value] = [series.days[last] as number, series.values[last] as number]
  const said: AskSentence[] = [{ code: 'now', values: { value, day } }]
  const before = series.days.findLastIndex((one) => Math.abs(day - 365 - one) <= 20)
  const old = series.values[before]
  if (canCompare(value, old)) said.push(changed('year', value / old - 1))
  return said
}

/** A change against nothing, or next to nothing, is no share of it. */
function canCompare(value: number, old: number | undefined): old is number {
  return old !== undefined && Number.isFinite(value / old)
}

function changed(what: 'year' | 'past' | 'ahead', ratio: number, values: AskSentence['values'] = {}): AskSentence {
  const way = Math.abs(ratio) < SAME ? 'same' : ratio > 0 ? 'up' : 'down'
  return { code: `${what}-${way}`, values: { ...values, ratio: Math.abs(ratio) } }
}

function noValues(series: AskedSeries): AskSentence[] {
  return [{ code: 'no-values', values: { from: series.days[0] as number, to: series.days.at(-1) as number } }]
}

function past(points: Points, series: AskedSeries): AskSentence[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return noValues(series)
  if (points.length === 1) return [{ code: 'one', values: { value: first.value, day: first.day } }]
  const low = points.reduce((a, b) => (b.value < a.value ? b : a))
  const high = points.reduce((a, b) => (b.value > a.value ? b : a))
  const ends = { first: first.value, last: last.value, from: first.day, to: last.day }
  return [
    canCompare(last.value, first.value)
      ? changed('past', last.value / first.value - 1, ends)
      : { code: 'one', values: { value: last.value, day: last.day } },
    { code: 'range', values: { low: low.value, lowDay: low.day, high: high.value, highDay: high.day } },
  ]
}

function extreme(which: 'highest' | 'lowest', window: Points, series: AskedSeries): AskSentence[] {
  const points = window.length > 0 ? window : []
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return noValues(series)
  const best = points.reduce((a, b) => ((which === 'highest' ? b.value > a.value : b.value < a.value) ? b : a))
  return [{ code: which, values: { value: best.value, day: best.day, from: first.day, to: last.day } }]
}

function ahead({ days, values, next }: AskedSeries, window: Window | null): AskSentence[] {
  const end = next.at(-1)
  const first = next[0]
  if (!end || !first) return [{ code: 'no-forecast', values: {} }]
  // The last period of the window; of a window that ends before anything is expected, the first there is.
  const within = window === null ? first : next.findLast(({ day }) => day <= window.to)
  if (window !== null && window.from > end.day && !within) return [{ code: 'too-far', values: { day: end.day } }]
  const point = within ?? first
  const said: AskSentence[] = [
    { code: 'ahead', values: { mean: point.mean, low: point.lo80, high: point.hi80, day: point.day } },
  ]
  const last = values.at(-1) as number
  if (canCompare(point.mean, last)) said.push(changed('ahead', point.mean / last - 1, { day: days.at(-1) as number }))
  if (window !== null && window.from > end.day) said.push({ code: 'too-far', values: { day: end.day } })
  return said
}
