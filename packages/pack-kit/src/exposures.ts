// SPDX-License-Identifier: Apache-2.0
import { AppError, type DayNumber } from '@resham/base'
import type { Holiday } from './holidays.ts'
import { windowsOf } from './windows.ts'

/** How much of each period lies within a window of the calendar: what a forecast needs to estimate its effect. */
export type HolidayExposure = {
  /** `eid`, `eid:near` (its last week of lead), `eid:early` (the lead before that) or `eid:after`. */
  readonly name: string
  /** Share of each period within the window, 0 to 1. Shape [edges - 1]. */
  readonly exposure: readonly number[]
}

/**
 * Turns holidays into shares of periods, one series for each window around each kind of holiday.
 *
 * A holiday of the same id may fall several times; its windows share one series. Series that stay at
 * zero are left out, and so are holidays within a season: each id stands for itself.
 *
 * @param holidays As `holidaysBetween` gives them, over all periods and their leads and lags.
 * @param edges    First day of each period, then the day after the last period; rising, at least two.
 * @returns        In order of name.
 * @throws pack.edges-invalid
 */
export function holidayExposures(
  holidays: readonly Pick<Holiday, 'id' | 'from' | 'to' | 'leadDays' | 'lagDays'>[],
  edges: readonly DayNumber[],
): readonly HolidayExposure[] {
  if (edges.length < 2 || edges.some((edge, i) => !Number.isInteger(edge) || edge <= (edges[i - 1] ?? -Infinity))) {
    throw new AppError('pack.edges-invalid', { edges: edges.length })
  }
  const windows = new Map<string, Float64Array>()
  for (const holiday of holidays) {
    for (const { name, from, to } of windowsOf(holiday)) addWindow(windows, edges, name, from, to)
  }
  return [...windows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, exposure]) => ({ name, exposure: Array.from(exposure, (share) => Math.min(1, share)) }))
}

/** Adds the days `from` to `to` to the named series; nothing when they miss every period. */
function addWindow(
  windows: Map<string, Float64Array>,
  edges: readonly DayNumber[],
  name: string,
  from: DayNumber,
  to: DayNumber,
): void {
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const start = edges[i] ?? 0
    const end = edges[i + 1] ?? 0
    const days = Math.min(to + 1, end) - Math.max(from, start)
    if (days <= 0) continue
    const series = windows.get(name) ?? new Float64Array(edges.length - 1)
    series[i] = (series[i] ?? 0) + days / (end - start)
    windows.set(name, series)
  }
}
