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

/** Hour, day, week, month, year: more seasons are a mistake. */
const MOST_SEASONS = 5

/** The options after the defaults, checked. */
export type CheckedOptions = {
  readonly h: number
  /** The shortest season: what models that know only one are given. */
  readonly seasonLength: number
  /** All seasons, ascending, where there are several. */
  readonly seasons: readonly number[] | undefined
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
  const seasons = checkSeasons(seasonLength)
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
  return {
    h,
    seasonLength: seasons[0] as number,
    seasons: seasons.length > 1 ? seasons : undefined,
    level,
    seed,
    models,
    events,
    X,
    nonNegative,
    known,
    stock: checkedStock(options),
  }
}

/** The season lengths, ascending; those of one period say nothing beside longer ones. */
export function checkSeasons(seasonLength: number | readonly number[]): readonly number[] {
  const asked = typeof seasonLength === 'number' ? [seasonLength] : seasonLength
  const wrong = asked.find((season) => !isWhole(season, 1, 100_000))
  if (wrong !== undefined || asked.length === 0 || asked.length > MOST_SEASONS || new Set(asked).size < asked.length) {
    throw new AppError('forecast.season-invalid', { seasonLength: asked.join(' ') })
  }
  const longer = asked.filter((season) => season > 1).sort((a, b) => a - b)
  return longer.length > 0 ? longer : [1]
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
