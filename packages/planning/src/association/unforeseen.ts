// SPDX-License-Identifier: Apache-2.0
import { mean } from '@resham/stats'
import type { MonthlySeries } from './types.ts'

/** Changes without which a season is not taken out: two whole years. */
export const SEASON_FROM = 24

/** What a series did that its own past does not tell, by month number (months since the year 0). */
export type Unforeseen = ReadonlyMap<number, number>

/**
 * How many independent values were used up by taking out mean, season and memory: what was fitted to both sides makes
 * them look alike by luck.
 */
export function usedUp(withoutSeason: boolean): number {
  return withoutSeason ? 13 : 2
}

/** Month number of a day. */
export function monthOf(day: number): number {
  const date = new Date(day * 86_400_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/**
 * Changes from month to month without their season and without what the change before foretells.
 *
 * Two series that only grow, share a season, or remember their own past seem to move together; what is left after this
 * does not. Changes are of logarithms where all values are above zero, else of the values.
 *
 * @source Pre-whitening before cross-correlation: Box, Jenkins, Reinsel and Ljung, Time Series Analysis, 5th ed.,
 *         section 12.1; here each side is filtered by its own autoregression of order one.
 */
export function unforeseen({ days, values }: MonthlySeries): Unforeseen {
  const logs = values.every((value) => value > 0)
  const level = new Map(
    days.map((day, i) => [monthOf(day), logs ? Math.log(values[i] as number) : (values[i] as number)]),
  )
  const changes = new Map<number, number>()
  for (const [month, value] of level) {
    const before = level.get(month - 1)
    if (before !== undefined) changes.set(month, value - before)
  }
  return withoutMemory(withoutSeason(changes))
}

/** Each less the mean of its month of the year, in full: half a season left in both would look like a link. */
function withoutSeason(changes: ReadonlyMap<number, number>): Map<number, number> {
  const all = changes.size === 0 ? 0 : mean([...changes.values()])
  const isLong = changes.size >= SEASON_FROM
  const byMonth = Map.groupBy(changes, ([month]) => month % 12)
  return new Map(
    [...changes].map(([month, value]) => {
      const same = (byMonth.get(month % 12) ?? []).map(([, one]) => one - all)
      const season = isLong ? same.reduce((sum, one) => sum + one, 0) / same.length : 0
      return [month, value - all - season]
    }),
  )
}

/** Each less what the one before foretells. */
function withoutMemory(values: ReadonlyMap<number, number>): Unforeseen {
  let [products, squares] = [0, 0]
  for (const [month, value] of values) {
    const before = values.get(month - 1)
    if (before === undefined) continue
    products += before * value
    squares += before * before
  }
  const share = squares > 0 ? Math.max(-0.95, Math.min(0.95, products / squares)) : 0
  const out = new Map<number, number>()
  for (const [month, value] of values) {
    const before = values.get(month - 1)
    if (before !== undefined) out.set(month, value - share * before)
  }
  return out
}
