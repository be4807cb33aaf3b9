// SPDX-License-Identifier: Apache-2.0
import { median, medianAbsoluteDeviation } from '@resham/stats'
import type { MarketChange, MarketSeries, Shift, UnusualPoint } from './types.ts'

/** Neighbours on each side that a level is taken from. */
const SIDE: Readonly<Record<MarketSeries['frequency'], number>> = { day: 15, week: 6, month: 5, quarter: 3, year: 3 }
/** Robust standard deviations from which a step, or a point, stands out; and the least share it must move. */
const STANDS_OUT = 4.5
const LEAST_STEP = 0.1
const LEAST_OFF = 0.1
const MOST_SHOWN = 8
/** A change beyond this is one of another unit, not of the market. */
const MOST_TOLD = 1e6

/**
 * Days from which the level was another one: a step far larger than the series' usual steps, after which the level
 * stays. A series must be above zero throughout; of others nothing is said.
 *
 * @returns Oldest first, the eight largest at most.
 * @source  Steps are judged by their median and median absolute deviation, which a few wild ones do not move: Iglewicz
 *          and Hoaglin, How to Detect and Handle Outliers, 1993.
 */
export function shiftsOf({ days, values, frequency }: MarketSeries): Shift[] {
  const side = SIDE[frequency]
  if (values.length < 4 * side || values.some((value) => !(value > 0))) return []
  const logs = values.map(Math.log)
  const steps = logs.slice(1).map((value, i) => value - (logs[i] as number))
  const usual = median(steps)
  const spread = Math.max(medianAbsoluteDeviation(steps), LEAST_STEP / STANDS_OUT)
  const found: (Shift & { readonly at: number; readonly size: number })[] = []
  for (let at = side; at + 2 < logs.length; at++) {
    const step = (steps[at - 1] as number) - usual
    if (Math.abs(step) < STANDS_OUT * spread) continue
    const before = median(logs.slice(at - side, at))
    const after = median(logs.slice(at, at + side))
    const moved = after - before
    if (Math.sign(moved) !== Math.sign(step) || Math.abs(moved) < 0.6 * Math.abs(step)) continue
    const rival = found.at(-1)
    const shift = { at, day: days[at] as number, ratio: Math.exp(moved) - 1, size: Math.abs(step) }
    if (!rival || at - rival.at >= side) found.push(shift)
    else if (shift.size > rival.size) found[found.length - 1] = shift
  }
  const largest = found.toSorted((a, b) => b.size - a.size).slice(0, MOST_SHOWN)
  return largest.toSorted((a, b) => a.day - b.day).map(({ day, ratio }) => ({ day, ratio }))
}

/**
 * Single points far from those around them.
 *
 * @returns The newest eight at most, oldest first.
 * @source  Davies and Gather, "The identification of multiple outliers", JASA 88, 1993: the Hampel identifier.
 */
export function unusualPoints({ days, values, frequency }: MarketSeries): UnusualPoint[] {
  const side = SIDE[frequency]
  const usuals = values.map((_, at) => {
    const around = [...values.slice(Math.max(0, at - side), at), ...values.slice(at + 1, at + 1 + side)]
    return around.length < side + 2 ? null : median(around)
  })
  // Measured as shares of the level, over the whole series: a price that has grown tenfold swings tenfold.
  const shares = usuals.flatMap((usual, at) => (usual ? [(values[at] as number) / usual - 1] : []))
  if (shares.length === 0) return []
  const least = Math.max(STANDS_OUT * medianAbsoluteDeviation(shares), LEAST_OFF)
  const found: UnusualPoint[] = []
  for (let at = side; at + 1 < values.length; at++) {
    const usual = usuals[at]
    const value = values[at] as number
    if (!usual || !(Math.abs(value / usual - 1) >= least)) continue
    // Beside a step a point is far from one side only: it belongs to the other.
    const sides = [values.slice(Math.max(0, at - side), at), values.slice(at + 1, at + 1 + side)]
    if (sides.some((one) => Math.abs(value - median(one)) < 0.5 * Math.abs(value - usual))) continue
    if (sides.some((one) => Math.sign(value - median(one)) !== Math.sign(value - usual))) continue
    found.push({ day: days[at] as number, value, usual })
  }
  return found.slice(-MOST_SHOWN)
}

/** The last value against the one of so many days before, give or take some; null where there is none. */
export function changeOver(series: MarketSeries, daysBack: number, giveOrTake: number): MarketChange | null {
  const { days, values } = series
  const last = days.length - 1
  const wanted = (days[last] as number) - daysBack
  let best = -1
  for (let i = last - 1; i >= 0; i--) {
    const off = Math.abs((days[i] as number) - wanted)
    if (off <= giveOrTake && (best < 0 || off < Math.abs((days[best] as number) - wanted))) best = i
    if ((days[i] as number) < wanted - giveOrTake) break
  }
  const old = values[best]
  const ratio = (values[last] as number) / (old ?? 0) - 1
  // Of nothing, and of less than nothing, there are no shares.
  if (old === undefined || !(old > 0) || !(Math.abs(ratio) < MOST_TOLD)) return null
  return { from: days[best] as number, ratio }
}
