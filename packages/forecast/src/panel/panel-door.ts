// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { CalendarEvent } from '../types.ts'
import type { PanelOptions, PanelSeries } from './types.ts'

/** Values beyond this lose their difference from their neighbours in sums over a panel. */
const LARGEST_VALUE = 1e30

/** The options after the defaults, checked. */
export type CheckedPanel = {
  readonly h: number
  readonly seasonLength: number
  readonly level: readonly number[]
  readonly seed: number
  readonly events: readonly CalendarEvent[]
  readonly origin: number | undefined
  readonly aim: 'mean' | 'typical'
  readonly nonNegative: boolean
  readonly rows: number
  readonly trees: number
}

/**
 * Refuses what no forecast can be made of, and fills in the defaults.
 *
 * @throws forecast.horizon-invalid, forecast.season-invalid, forecast.level-invalid, forecast.seed-invalid,
 *         forecast.event-invalid, forecast.value-not-finite, forecast.value-too-large, forecast.panel-invalid (a name
 *         twice, a column of another length, an option out of range)
 */
export function checkPanel(series: readonly PanelSeries[], options: PanelOptions): CheckedPanel {
  const { h, seasonLength = 1, level = [80, 95], seed = 1, events = [], origin, aim = 'typical' } = options
  const { rows = 250_000, trees = 300 } = options
  if (!isWhole(h, 1, 1000)) throw new AppError('forecast.horizon-invalid', { h })
  if (!isWhole(seasonLength, 1, 100_000)) throw new AppError('forecast.season-invalid', { seasonLength })
  if (!isWhole(seed, 0, 4_294_967_295)) throw new AppError('forecast.seed-invalid', { seed })
  for (const percent of level) {
    if (!(percent > 0 && percent < 100)) throw new AppError('forecast.level-invalid', { level: percent })
  }
  if (!isWhole(rows, 100, 10_000_000)) throw new AppError('forecast.panel-invalid', { part: 'rows', value: rows })
  if (!isWhole(trees, 1, 10_000)) throw new AppError('forecast.panel-invalid', { part: 'trees', value: trees })
  if (origin !== undefined && !Number.isSafeInteger(origin)) {
    throw new AppError('forecast.panel-invalid', { part: 'origin', value: origin })
  }
  const seen = new Set<string>()
  let lowest = 0
  let n = 0
  for (const one of series) {
    if (seen.has(one.id)) throw new AppError('forecast.panel-invalid', { part: 'id', id: one.id })
    seen.add(one.id)
    lowest = Math.min(lowest, checkSeries(one, h))
    n = Math.max(n, one.y.length)
  }
  for (const { name, exposure } of events) {
    const wrong =
      exposure.length === n + h ? exposure.findIndex((share) => !(share >= 0 && share <= 1)) : exposure.length
    if (wrong >= 0)
      throw new AppError('forecast.event-invalid', { name, index: wrong, needed: n + h, got: exposure.length })
  }
  const nonNegative = options.nonNegative ?? lowest >= 0
  return { h, seasonLength, level, seed, events, origin, aim, nonNegative, rows, trees }
}

/** Returns the lowest value. */
function checkSeries({ id, y, value = 1, past = {}, ahead = {} }: PanelSeries, h: number): number {
  let lowest = 0
  for (let t = 0; t < y.length; t++) {
    const one = y[t] as number
    if (!Number.isFinite(one)) throw new AppError('forecast.value-not-finite', { id, index: t })
    if (Math.abs(one) > LARGEST_VALUE) throw new AppError('forecast.value-too-large', { id, index: t })
    if (one < lowest) lowest = one
  }
  if (!(value >= 0 && value <= LARGEST_VALUE))
    throw new AppError('forecast.panel-invalid', { part: 'value', id, value })
  for (const [name, { values }] of Object.entries(past)) checkColumn(id, name, values, y.length)
  for (const [name, values] of Object.entries(ahead)) checkColumn(id, name, values, y.length + h)
  return lowest
}

function checkColumn(id: string, name: string, values: readonly number[], needed: number): void {
  if (values.length !== needed) {
    throw new AppError('forecast.panel-invalid', { part: name, id, needed, got: values.length })
  }
  const index = values.findIndex((value) => Math.abs(value) > LARGEST_VALUE)
  if (index >= 0) throw new AppError('forecast.value-too-large', { id, part: name, index })
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to
}
