// SPDX-License-Identifier: Apache-2.0
import { AppError, type DayNumber, fromDayNumber } from '@resham/base'
import { frequencyOf } from './frequency.ts'
import { periodStart } from './period.ts'
import type { BadReading, BadReadingReason, MarketBatch, MarketFrequency, SeriesFacts } from './reading.ts'

/** What is odd about a series: the words stand in catalogues under the code. */
export type SeriesNote =
  | { readonly code: 'unsorted'; readonly values: { readonly count: number } }
  | { readonly code: 'duplicate-days'; readonly values: { readonly count: number; readonly day: string } }
  | { readonly code: 'finer-points'; readonly values: { readonly count: number } }
  | { readonly code: 'mixed-frequency'; readonly values: { readonly count: number; readonly day: string } }
  | {
      readonly code: 'currency-changed'
      readonly values: { readonly from: string; readonly to: string; readonly day: string }
    }

/** One series of a file, in order, a value a period. */
export type GatheredSeries = {
  readonly facts: SeriesFacts & { readonly frequency: MarketFrequency }
  /** First day of each period, ascending. */
  readonly days: readonly DayNumber[]
  readonly values: readonly number[]
  readonly notes: readonly SeriesNote[]
}

/** Rows left out for one reason, with the first of them. */
export type Skipped = {
  readonly reason: BadReadingReason
  readonly rows: number
  readonly first: { readonly line: number; readonly column: string | null; readonly cell: string }
}

/** All that a file gave. */
export type GatheredMarket = {
  readonly series: readonly GatheredSeries[]
  readonly rowsRead: number
  /** Rows that gave a value. */
  readonly rowsKept: number
  /** Rows with a fault; most frequent reason first. */
  readonly skipped: readonly Skipped[]
  readonly rowsPassedOver: number
}

type Points = {
  readonly facts: SeriesFacts
  readonly days: number[]
  readonly values: number[]
  falls: number
  rises: number
}

/** Series of one file at most: a whole bulk file is narrowed by a filter before it comes here. */
const mostSeries = 200_000

/**
 * Gathers the readings of a file into series: sorted, each period once (the last row of a period wins), of one
 * frequency, in one currency. What had to be mended is noted on the series.
 *
 * @returns `add` takes batches as they come; `end` gives all.
 * @throws  market.too-many-series
 */
export function createGatherer(): { add(batch: MarketBatch): void; end(): GatheredMarket } {
  const all = new Map<string, Points>()
  const skipped = new Map<BadReadingReason, { rows: number; first: BadReading }>()
  let rowsRead = 0
  let rowsPassedOver = 0
  let rowsBad = 0

  return {
    add(batch) {
      rowsRead += batch.rowsRead
      rowsPassedOver += batch.rowsPassedOver
      rowsBad += new Set(batch.bad.map(({ lineNo }) => lineNo)).size
      for (const one of batch.bad) {
        const known = skipped.get(one.reason)
        if (known) known.rows += 1
        else skipped.set(one.reason, { rows: 1, first: one })
      }
      for (const { facts, day, value } of batch.readings) {
        const points = all.get(facts.key) ?? open(all, facts)
        const before = points.days.at(-1)
        if (before !== undefined && day < before) points.falls += 1
        if (before !== undefined && day > before) points.rises += 1
        points.days.push(day)
        points.values.push(value)
      }
    },
    end() {
      return {
        series: withCurrencyChanges([...all.values()].map(inOrder)),
        rowsRead,
        rowsKept: Math.max(0, rowsRead - rowsPassedOver - rowsBad),
        skipped: [...skipped]
          .map(([reason, { rows, first }]) => ({
            reason,
            rows,
            first: { line: first.lineNo, column: first.column, cell: first.cell },
          }))
          .sort((a, b) => b.rows - a.rows),
        rowsPassedOver,
      }
    },
  }
}

function open(all: Map<string, Points>, facts: SeriesFacts): Points {
  if (all.size >= mostSeries) throw new AppError('market.too-many-series', { most: mostSeries })
  const points = { facts, days: [], values: [], falls: 0, rises: 0 }
  all.set(facts.key, points)
  return points
}

function inOrder({ facts, days, values, falls, rises }: Points): GatheredSeries {
  const notes: SeriesNote[] = []
  // Newest first is an order too.
  if (falls > 0 && rises > 0) notes.push({ code: 'unsorted', values: { count: Math.min(falls, rises) } })
  const order = days.map((_, i) => i).sort((a, b) => (days[a] as number) - (days[b] as number) || a - b)
  const sorted = onePerDay(
    order.map((i) => days[i] as number),
    order.map((i) => values[i] as number),
  )
  if (sorted.twice > 0) {
    notes.push({ code: 'duplicate-days', values: { count: sorted.twice, day: fromDayNumber(sorted.firstTwice) } })
  }
  const told = frequencyOf(sorted.days)
  const frequency = facts.frequency ?? told.frequency
  // A source that names its frequency may pause for years; where only days tell, a pause may hide another frequency.
  const kept = facts.frequency === null ? told.from : 0
  if (kept > 0) {
    const day = fromDayNumber(sorted.days[kept] as number)
    notes.push({ code: 'mixed-frequency', values: { count: kept, day } })
  }
  const starts = onePerDay(
    sorted.days.slice(kept).map((day) => periodStart(day, frequency)),
    sorted.values.slice(kept),
  )
  if (starts.twice > 0) notes.push({ code: 'finer-points', values: { count: starts.twice } })
  return { facts: { ...facts, frequency }, days: starts.days, values: starts.values, notes }
}

/** Of several values of one day the last one. @param days Ascending. */
function onePerDay(days: readonly number[], values: readonly number[]) {
  const kept: { days: number[]; values: number[] } = { days: [], values: [] }
  let twice = 0
  let firstTwice = 0
  days.forEach((day, i) => {
    if (kept.days.at(-1) === day) {
      if (twice === 0) firstTwice = day
      twice += 1
      kept.values[kept.values.length - 1] = values[i] as number
    } else {
      kept.days.push(day)
      kept.values.push(values[i] as number)
    }
  })
  return { ...kept, twice, firstTwice }
}

/** Says on series that differ in their currency alone when one currency took over from the other. */
function withCurrencyChanges(series: readonly GatheredSeries[]): GatheredSeries[] {
  const families = Map.groupBy(series, ({ facts }) => facts.family)
  return series.map((one) => {
    const family = families.get(one.facts.family) ?? []
    if (family.length < 2) return one
    const inTime = family.toSorted((a, b) => (a.days[0] as number) - (b.days[0] as number))
    const notes: SeriesNote[] = []
    for (let i = 1; i < inTime.length; i++) {
      const [before, after] = [inTime[i - 1] as GatheredSeries, inTime[i] as GatheredSeries]
      if (before.facts.currency === after.facts.currency || (one !== before && one !== after)) continue
      const [from, to] = [before.facts.currency ?? '?', after.facts.currency ?? '?']
      notes.push({ code: 'currency-changed', values: { from, to, day: fromDayNumber(after.days[0] as number) } })
    }
    return { ...one, notes: [...one.notes, ...notes] }
  })
}
