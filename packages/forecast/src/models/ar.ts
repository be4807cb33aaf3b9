// SPDX-License-Identifier: Apache-2.0
import { differencesFor, lagsFor } from '../autoregression/lags.ts'
import { fitPath, followPath, type Path } from '../autoregression/path.ts'
import { medianOfValues } from '../combination/of-models.ts'
import { seasonsShown } from '../seasons.ts'
import type { Fit, Model } from '../types.ts'

/** Fewest values: some steps to learn from beside each lag. */
const FEWEST = 12

/**
 * Auto-regression for long series: each value by those before it, near and about one season back, with shrinkage. The
 * median of several views of one series: changes from the period before and, with several seasons, from each season
 * before; as they are, and as ratios where all values are positive.
 *
 * Nothing is assumed of the season but its length, so the shape of a week may change with the level, and holidays and
 * shifts are followed as far as the lags see them.
 *
 * @source autoregression/ridge.ts; docs/decisions/0007. The median of views: Petropoulos, Hyndman and Bergmeir,
 *         "Exploring the sources of uncertainty: why does bagging for time series forecasting work?", EJOR 268, 2018.
 */
export const ar: Model = {
  name: 'ar',

  minimumLength() {
    return FEWEST
  },

  fit(y, seasonLength, context) {
    const n = y.length
    const seasons = seasonsShown(seasonLength, context, n)
    const scales = y.every((value) => value > 0) ? [y.map(Math.log), y] : [y]
    const paths: Path[] = []
    for (const difference of differencesFor(seasons, n)) {
      const lags = lagsFor(seasons, n - difference)
      for (const scale of scales) paths.push(fitPath(scale, difference, lags, scale !== y))
    }
    const reach = Math.max(...paths.map(({ difference, lags }) => difference + (lags[lags.length - 1] as number)))
    const recent = Array.from(y.subarray(Math.max(0, n - reach)))
    return { model: 'ar', version: 1, seasonLength, n, parameters: {}, state: { recent }, parts: paths.map(partOf) }
  },

  advance(fit, further) {
    const before = fit.state.recent as readonly number[]
    const recent = [...before, ...further].slice(-before.length)
    return { ...fit, n: fit.n + further.length, state: { recent } }
  },

  predict(fit, h) {
    return medianOfValues(predictViews(fit, h))
  },
}

/** What each view says, [views][h]; `predict` is their median. */
export function predictViews(fit: Fit, h: number): Float64Array[] {
  const recent = fit.state.recent as readonly number[]
  return (fit.parts ?? []).map((part) => followPath(pathOf(part), recent, h))
}

/** A path as a part of a fit. */
function partOf({ logged, lags, coefficients, ...numbers }: Path): Fit {
  const parameters = { ...numbers, logged: logged ? 1 : 0 }
  return { model: 'ar', version: 1, seasonLength: 1, n: 0, parameters, state: { lags, coefficients } }
}

function pathOf({ parameters, state }: Fit): Path {
  const { difference = 1, centre = 0, spread = 0, lowest = 0, highest = 0, logged } = parameters
  const { lags = [], coefficients = [] } = state as Record<string, readonly number[]>
  return { difference, centre, spread, lowest, highest, logged: logged === 1, lags, coefficients }
}
