// SPDX-License-Identifier: Apache-2.0
import { AppError, type Random, seededRandom } from '@resham/base'
import type { ErrorSpread, Forecast } from '../types.ts'
import { errorQuantile } from './conformal.ts'

/** Paths at most: more would fill the memory before they say more. */
const MOST_PATHS = 100_000
/** Steps between the probabilities for which the quantiles of the errors are looked up once. */
const GRID = 400

/**
 * Values not exceeded with given probabilities, per period ahead.
 *
 * @param probabilities Strictly between 0 and 1, any order.
 * @returns A row a probability, [h] each; a higher probability is never lower. 0.1 and 0.9 are the ends of the 80 %
 *          interval, except that an interval always holds the mean.
 * @throws forecast.probability-invalid
 */
export function quantilesOf(forecast: Pick<Forecast, 'mean' | 'spread'>, probabilities: readonly number[]): number[][] {
  const { mean, spread } = forecast
  return probabilities.map((p) => {
    if (!(p > 0 && p < 1)) throw new AppError('forecast.probability-invalid', { p })
    const error = errorQuantile(spread, p)
    return mean.map((value, k) => valueAt(spread, value, error, k))
  })
}

/**
 * Draws futures: each a whole path over the horizon, so that sums over a lead time have the right spread.
 *
 * A path follows the errors of one fold of the backtest, step by step, so that what came together comes together; where
 * the fold ends another goes on. Only the ranks of these errors among those of their step are taken: the sizes are those
 * of `quantilesOf`, so that each period has the spread that its intervals say. Where errors are as likely above as below, a path may be mirrored.
 *
 * Draws are continuous: for an item that sells in whole pieces now and then, `leadTimeDemand` draws demands themselves.
 *
 * @param options.count Paths, 1 to 100,000.
 * @param options.seed  Whole, 0 to 2^32 - 1; the forecast's when left out.
 * @returns [count][h]; none below zero where the forecast is not.
 * @throws forecast.count-invalid, forecast.seed-invalid
 * @source Block bootstrap: Kunsch, "The jackknife and the bootstrap for general stationary observations", Annals of
 *         Statistics 17, 1989; ranks and margins apart: Clark et al., "The Schaake shuffle", J. Hydrometeorology 5, 2004.
 */
export function samplePaths(
  forecast: Pick<Forecast, 'mean' | 'spread' | 'seed'>,
  options: { readonly count: number; readonly seed?: number },
): number[][] {
  const { count, seed = forecast.seed } = options
  if (!(Number.isInteger(count) && count >= 1 && count <= MOST_PATHS)) {
    throw new AppError('forecast.count-invalid', { count })
  }
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 4_294_967_295))
    throw new AppError('forecast.seed-invalid', { seed })
  const { mean, spread } = forecast
  const random = seededRandom(seed)
  const { rows } = spread
  if (rows.length === 0) return Array.from({ length: count }, () => [...mean])
  const columns = columnsOf(spread)
  const table = Float64Array.from({ length: GRID }, (_, i) => errorQuantile(spread, (i + 0.5) / GRID))
  return Array.from({ length: count }, () => {
    const path: number[] = []
    while (path.length < mean.length) {
      const row = rows[random.integer(rows.length)] as readonly number[]
      const sign = spread.steady && random.next() < 0.5 ? -1 : 1
      for (let step = 0; step < row.length; step++) {
        const k = path.length
        if (k === mean.length) break
        const rank = rankOf(columns[step] as Float64Array, sign * (row[step] as number), random)
        path.push(valueAt(spread, mean[k] as number, lookUp(table, rank), k))
      }
    }
    return path
  })
}

function valueAt(spread: ErrorSpread, mean: number, error: number, k: number): number {
  return Math.max(spread.floor ?? Number.NEGATIVE_INFINITY, mean + error * (spread.scale[k] as number))
}

/** The errors of each step over all rows, ascending, with their mirror where they are as likely above as below. */
function columnsOf({ rows, steady }: ErrorSpread): Float64Array[] {
  const longest = Math.max(...rows.map((row) => row.length))
  return Array.from({ length: longest }, (_, step) => {
    const column = rows.flatMap((row) => {
      const error = row[step]
      return error === undefined ? [] : steady ? [error, -error] : [error]
    })
    return Float64Array.from(column).sort()
  })
}

/** Where an error stands among those of its step, strictly between 0 and 1; among equals anywhere. */
function rankOf(sorted: Float64Array, error: number, random: Random): number {
  const below = countBelow(sorted, error, false)
  const upTo = Math.max(below + 1, countBelow(sorted, error, true))
  // The rank itself is a guess: half a place to either side.
  return Math.min(1 - 1e-9, Math.max(1e-9, (below + random.next() * (upTo - below)) / Math.max(upTo, sorted.length)))
}

function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const here = sorted[middle] as number
    if (here < value || (orEqual && here === value)) low = middle + 1
    else high = middle
  }
  return low
}

/** Straight between the middles of the table's cells; the outermost beyond. */
function lookUp(table: Float64Array, p: number): number {
  const place = Math.min(table.length - 1, Math.max(0, p * table.length - 0.5))
  const left = Math.floor(place)
  const low = table[left] as number
  const high = table[Math.min(left + 1, table.length - 1)] as number
  return low + (place - left) * (high - low)
}
