// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { market } from '@resham/formats'
import { fileSource, native } from '../plan/file-source.ts'

/** What the person says of the table. */
export type TrendColumns = {
  readonly date?: string
  readonly value?: string
  readonly by?: readonly string[]
}

/** One series on a grid of whole periods: what is missing in between is not known. */
export type RegularSeries = {
  /** What tells it from the others of the file; empty for the only one. */
  readonly name: string
  readonly frequency: market.MarketFrequency
  /** First day of each period, none left out. */
  readonly days: readonly number[]
  readonly y: readonly number[]
  readonly unknown: readonly number[]
  readonly notes: readonly market.SeriesNote[]
}

/** More periods than these between first and last are a wrong date, not a history. */
const mostPeriods = 100_000

/**
 * Reads a table of dates and values into regular series.
 *
 * @param onBad Called with each row that gives no value, by its line.
 * @throws cli.file-unreadable, market.columns-missing, formats.empty, cli.no-values, cli.dates-too-far
 */
export async function readSeries(
  path: string,
  columns: TrendColumns,
  onBad: (bad: market.BadReading) => void,
): Promise<RegularSeries[]> {
  const { source } = await fileSource(path)
  const gatherer = market.createGatherer()
  for await (const batch of market.readMarket(source, 'csv', { ...native, ...columns })) {
    for (const bad of batch.bad) onBad(bad)
    gatherer.add(batch)
  }
  const { series, rowsRead } = gatherer.end()
  if (series.length === 0) throw new AppError('cli.no-values', { rows: rowsRead })
  return series.map((one) => regular(one, (columns.by ?? []).length))
}

function regular({ facts, days, values, notes }: market.GatheredSeries, told: number): RegularSeries {
  const name = facts.words.slice(0, told).join(', ')
  const known = new Map(days.map((day, i) => [day, values[i] as number]))
  const last = days.at(-1) as number
  const all: number[] = []
  for (let day = days[0] as number; day <= last; day = market.periodAfter(day, facts.frequency, 1)) {
    all.push(day)
    if (all.length > mostPeriods) throw new AppError('cli.dates-too-far', { name, most: mostPeriods })
  }
  // Weeks that begin on another weekday fall beside the grid: each takes the place it is in.
  const places = facts.frequency === 'week' ? nearestWeeks(all, known) : all.map((day) => known.get(day))
  return {
    name,
    frequency: facts.frequency,
    days: all,
    y: places.map((value) => value ?? 0),
    unknown: places.flatMap((value, i) => (value === undefined ? [i] : [])),
    notes,
  }
}

function nearestWeeks(grid: readonly number[], known: ReadonlyMap<number, number>): (number | undefined)[] {
  const out: (number | undefined)[] = grid.map(() => undefined)
  const first = grid[0] ?? 0
  for (const [day, value] of known) {
    const at = Math.round((day - first) / 7)
    if (at >= 0 && at < out.length) out[at] = value
  }
  return out
}
