// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { rmsse, smape } from './metrics.ts'

/** One series of a panel: what came, and what was said. */
export type ScoredSeries = { readonly actual: ArrayLike<number>; readonly forecast: ArrayLike<number> }

/**
 * sMAPE of many series, by both definitions in use, in percent, 0 to 200.
 *
 * `bySeries` is the mean of each series' sMAPE; `byPoint` counts every forecast alike, so that series with long horizons
 * weigh more. M3's paper prints the second, most others the first. Where all horizons are equal they agree. Fails near
 * zero as `smape` does.
 *
 * @source Makridakis and Hibon, "The M3-Competition", IJF 16, 2000.
 */
export function smapeOfPanel(panel: readonly ScoredSeries[]): { readonly bySeries: number; readonly byPoint: number } {
  if (panel.length === 0) throw new AppError('forecast.lengths-differ', { left: 0, right: 0 })
  let series = 0
  let points = 0
  let count = 0
  for (const { actual, forecast } of panel) {
    const score = smape(actual, forecast)
    series += score / panel.length
    points += score * actual.length
    count += actual.length
  }
  return { bySeries: series, byPoint: points / count }
}

/**
 * Weighted root mean squared scaled error: each series' RMSSE times its share of the weight (its turnover, say).
 *
 * A series whose history never moves has no RMSSE; it is left out and its weight with it, so a panel of such series has
 * no score. The weights must be known before what is scored: a share of the turnover to come would look ahead.
 *
 * @param panel Each with the history before the forecast and a weight, 0 or more.
 * @returns null where no series with weight has a scale.
 * @source Makridakis, Spiliotis and Assimakopoulos, "The M5 competition", IJF 38, 2022, section 3.
 */
export function wrmsse(
  panel: readonly (ScoredSeries & { readonly history: ArrayLike<number>; readonly weight: number })[],
  seasonLength = 1,
): number | null {
  let total = 0
  let weights = 0
  for (const { actual, forecast, history, weight } of panel) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new AppError('forecast.weight-invalid', { weight })
    const score = rmsse(actual, forecast, history, seasonLength)
    if (score === null) continue
    total += weight * score
    weights += weight
  }
  return weights > 0 ? total / weights : null
}
