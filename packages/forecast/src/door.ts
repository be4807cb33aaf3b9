// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import {
  type CalendarEvent,
  type ForecastOptions,
  MODEL_NAMES,
  type ModelName,
  type Regressor,
  type StockCosts,
} from './types.ts'

/** Values beyond this cannot be squared and added up without leaving the range of a double. */
const LARGEST_VALUE = 1e100
/** More columns than this cannot be told apart by a shop's history. */
const MOST_COLUMNS = 20
/** No plan looks further, and a mistyped horizon must not fill the memory. */
export const LONGEST_HORIZON = 1000

/** The options after the defaults, checked. */
export type CheckedOptions = {
  readonly h: number
  readonly seasonLength: number
  readonly level: readonly number[]
  readonly seed: number
  readonly models: readonly ModelName[] | 'auto'
  readonly events: readonly CalendarEvent[]
  readonly X: readonly Regressor[]
  readonly nonNegative: boolean
  /** Undefined where the choice is by error. */
  readonly stock: StockCosts | undefined
  /** 1 where the value is known, [t]. */
  readonly known: Uint8Array
}

/**
 * Refuses what no forecast can be made of, and fills in the defaults.
 *
 * @throws forecast.horizon-invalid, forecast.season-invalid, forecast.level-invalid, forecast.seed-invalid,
 *         forecast.model-unknown, forecast.value-not-finite, forecast.value-too-large, forecast.event-invalid,
 *         forecast.unknown-invalid, forecast.stock-invalid, forecast.column-invalid
 */
export function checkOptions(y: readonly number[], options: ForecastOptions): CheckedOptions {
  const {
    h,
    seasonLength = 1,
    level = [80, 95],
    seed = 1,
    models = 'auto',
    events = [],
    X = [],
    unknown = [],
  } = options
  if (!isWhole(h, 1, LONGEST_HORIZON)) throw new AppError('forecast.horizon-invalid', { h })
  if (!isWhole(seasonLength, 1, 100_000)) throw new AppError('forecast.season-invalid', { seasonLength })
  if (!isWhole(seed, 0, 4_294_967_295)) throw new AppError('forecast.seed-invalid', { seed })
  for (const percent of level) {
    if (!(percent > 0 && percent < 100)) throw new AppError('forecast.level-invalid', { level: percent })
  }
  if (models !== 'auto') {
    if (models.length === 0) throw new AppError('forecast.model-unknown', { model: '' })
    for (const model of models) {
      if (!MODEL_NAMES.includes(model)) throw new AppError('forecast.model-unknown', { model })
    }
  }
  const known = knownPeriods(y.length, unknown)
  let lowest = 0
  for (let t = 0; t < y.length; t++) {
    if (known[t] === 0) continue
    const value = y[t] as number
    if (!Number.isFinite(value)) throw new AppError('forecast.value-not-finite', { index: t })
    if (Math.abs(value) > LARGEST_VALUE) throw new AppError('forecast.value-too-large', { index: t })
    if (value < lowest) lowest = value
  }
  checkEvents(events, y.length + h)
  checkColumns(X, y.length + h)
  const nonNegative = options.nonNegative ?? lowest >= 0
  return { h, seasonLength, level, seed, models, events, X, nonNegative, known, stock: checkedStock(options) }
}

function checkedStock({ choose = 'error', stock }: ForecastOptions): StockCosts | undefined {
  if (choose !== 'cost') return undefined
  const { leadTime = -1, short = 0, hold = 0 } = stock ?? {}
  const priced = short > 0 && short < LARGEST_VALUE && hold > 0 && hold < LARGEST_VALUE
  if (!priced || !isWhole(leadTime, 0, LONGEST_HORIZON)) throw new AppError('forecast.stock-invalid', { leadTime })
  return { leadTime, short, hold }
}

function knownPeriods(length: number, unknown: readonly number[]): Uint8Array {
  const known = new Uint8Array(length).fill(1)
  for (const index of unknown) {
    if (!isWhole(index, 0, length - 1)) throw new AppError('forecast.unknown-invalid', { index })
    known[index] = 0
  }
  return known
}

function checkEvents(events: readonly CalendarEvent[], length: number): void {
  for (const { name, exposure, prior } of events) {
    if (prior && !(isPositive(prior.factor) && isPositive(prior.spread))) {
      throw new AppError('forecast.event-invalid', { name, factor: prior.factor, spread: prior.spread })
    }
    if (exposure.length !== length) {
      throw new AppError('forecast.event-invalid', { name, needed: length, got: exposure.length })
    }
    const wrong = exposure.findIndex((share) => !(share >= 0 && share <= 1))
    if (wrong >= 0) throw new AppError('forecast.event-invalid', { name, index: wrong })
  }
}

function checkColumns(X: readonly Regressor[], length: number): void {
  if (X.length > MOST_COLUMNS) throw new AppError('forecast.column-invalid', { columns: X.length, most: MOST_COLUMNS })
  for (const { name, values } of X) {
    if (values.length !== length) {
      throw new AppError('forecast.column-invalid', { name, needed: length, got: values.length })
    }
    const wrong = values.findIndex((value) => !(Math.abs(value) <= LARGEST_VALUE))
    if (wrong >= 0) throw new AppError('forecast.column-invalid', { name, index: wrong })
  }
}

function isPositive(value: number): boolean {
  return value > 0 && value < LARGEST_VALUE
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to
}
