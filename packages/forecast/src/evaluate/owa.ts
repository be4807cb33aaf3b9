// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { seasonalIndices } from '../smoothing/decompose.ts'
import { isSeasonal } from '../smoothing/seasonality.ts'
import { mase, smape } from './metrics.ts'
import type { ScoredSeries } from './panel-scores.ts'

/** With fewer the M4 organisers' test says no. */
const SEASONS_NEEDED = 3

/**
 * Naive2: the last value, after taking a multiplicative season out where a test sees one, with the season put back.
 * The yardstick of the M competitions; not one of the engine's models, since it competes with nobody.
 *
 * @param y History, [t], at least one value. A season is taken out only where all values are positive and the 90 % test
 *          of autocorrelation finds one; otherwise the last value is repeated.
 * @returns [h].
 * @source Makridakis, Wheelwright and Hyndman, Forecasting: Methods and Applications, 3rd ed., 1998; the test as in the
 *         M4 competition's published benchmarks.
 */
export function naive2(y: ArrayLike<number>, options: { readonly h: number; readonly seasonLength: number }): number[] {
  const { h, seasonLength } = options
  const values = Float64Array.from(y)
  const n = values.length
  if (n === 0) throw new AppError('forecast.lengths-differ', { left: 0, right: 1 })
  const longEnough = n >= SEASONS_NEEDED * seasonLength
  const seasonal = longEnough && isSeasonal(values, seasonLength) && values.every((value) => value > 0)
  const indices = seasonal ? seasonalIndices(values, seasonLength, true) : Float64Array.of(1)
  const at = (t: number) => indices[t % indices.length] as number
  const level = (values[n - 1] as number) / at(n - 1)
  return Array.from({ length: h }, (_, k) => level * at(n + k))
}

/**
 * Overall weighted average: half of (sMAPE over Naive2's) and half of (MASE over Naive2's), each first averaged over
 * the series. Below 1 is better than Naive2.
 *
 * A ratio of means, so a few series with large errors can carry it. Series whose history repeats itself exactly have no
 * MASE and are left out of that half, for both.
 *
 * @param panel Each with its history, season length, what was said and what came.
 * @returns null where Naive2 makes no error to compare with.
 * @source Makridakis, Spiliotis and Assimakopoulos, "The M4 competition", IJF 36, 2020, section 2.3.
 */
export function owa(
  panel: readonly (ScoredSeries & { readonly history: ArrayLike<number>; readonly seasonLength: number })[],
): number | null {
  const ours = { smape: 0, mase: 0 }
  const naive = { smape: 0, mase: 0 }
  for (const { history, seasonLength, actual, forecast } of panel) {
    const bar = naive2(history, { h: actual.length, seasonLength })
    ours.smape += smape(actual, forecast)
    naive.smape += smape(actual, bar)
    ours.mase += mase(actual, forecast, history, seasonLength) ?? 0
    naive.mase += mase(actual, bar, history, seasonLength) ?? 0
  }
  if (!(naive.smape > 0 && naive.mase > 0)) return null
  return (ours.smape / naive.smape + ours.mase / naive.mase) / 2
}
