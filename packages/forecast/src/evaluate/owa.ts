// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { seasonalIndices } from '../smoothing/decompose.ts'
import { isSeasonal } from '../smoothing/seasonality.ts'
import { mase, smape } from './metrics.ts'

/** One series forecast: what was known, what was said, what came. */
export type Judged = {
  readonly history: readonly number[]
  readonly forecast: readonly number[]
  /** As long as the forecast. */
  readonly actual: readonly number[]
}

/** Overall weighted average against Naive2, and the means behind it. */
export type Owa = {
  readonly owa: number
  readonly smape: number
  readonly mase: number
  readonly naive2: { readonly smape: number; readonly mase: number }
}

/**
 * Naive2, the yardstick of the M competitions: the last value, after the season was taken out where a test finds one.
 *
 * @param history Finite; positive where it is to have a season.
 * @returns       [h].
 * @source Makridakis, Spiliotis and Assimakopoulos, "The M4 Competition", IJF 36, 2020, section 3.2 and the
 *         competition's benchmark code: autocorrelation test at 90 % and at least three seasons, classical
 *         multiplicative decomposition.
 */
export function naive2(history: readonly number[], seasonLength: number, h: number): Float64Array {
  const y = Float64Array.from(history)
  const n = y.length
  const last = y[n - 1] as number
  const positive = y.every((value) => value > 0)
  if (n < 3 * seasonLength || !positive || !isSeasonal(y, seasonLength)) return new Float64Array(h).fill(last)
  const indices = seasonalIndices(y, seasonLength, true)
  const at = (t: number) => indices[t % seasonLength] as number
  return Float64Array.from({ length: h }, (_, k) => (last / at(n - 1)) * at(n + k))
}

/**
 * Overall weighted average of the M4 competition: half the mean sMAPE over Naive2's, and half the mean MASE over
 * Naive2's. Below 1 is better than Naive2. The means are taken over series before dividing.
 *
 * Fails where its parts do: sMAPE near zero, MASE where a history repeats itself exactly (such series are left out).
 *
 * @param seasonLength For the scale of MASE and for Naive2: in M4 24 for hourly series, 1 for weekly ones.
 * @throws forecast.owa-of-nothing where no series can be judged, or Naive2 makes no error.
 * @source Makridakis, Spiliotis and Assimakopoulos, "The M4 Competition", IJF 36, 2020, section 3.3.
 */
export function owa(series: readonly Judged[], seasonLength: number): Owa {
  const ours = { smape: 0, mase: 0 }
  const theirs = { smape: 0, mase: 0 }
  let n = 0
  for (const { history, forecast, actual } of series) {
    const simple = naive2(history, seasonLength, actual.length)
    const scaled = mase(actual, forecast, history, seasonLength)
    const scaledSimple = mase(actual, simple, history, seasonLength)
    if (scaled === null || scaledSimple === null) continue
    n += 1
    ours.smape += smape(actual, forecast)
    ours.mase += scaled
    theirs.smape += smape(actual, simple)
    theirs.mase += scaledSimple
  }
  if (!(n > 0 && theirs.smape > 0 && theirs.mase > 0)) throw new AppError('forecast.owa-of-nothing', { series: n })
  return {
    owa: (ours.smape / theirs.smape + ours.mase / theirs.mase) / 2,
    smape: ours.smape / n,
    mase: ours.mase / n,
    naive2: { smape: theirs.smape / n, mase: theirs.mase / n },
  }
}
