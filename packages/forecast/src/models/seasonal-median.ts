// SPDX-License-Identifier: Apache-2.0

import { medianOfValues } from '../combination/of-models.ts'
import { seasonsShown } from '../seasons.ts'
import type { Fit, Model } from '../types.ts'
import { ar, predictViews } from './ar.ts'
import { mstl, predictForms } from './mstl.ts'
import { seasonalNaive } from './seasonal-naive.ts'

/**
 * For long series with long or several seasons: at each step the median of all that `mstl` and `ar` say, form by form
 * and view by view, and, where there are several seasons, of the longest season repeated. What goes astray is outvoted.
 *
 * @source Measured in docs/evidence/forecast-m4; reasons in docs/decisions/0007. Medians of unlike methods: Petropoulos
 *         and Svetunkov, "A simple combination of univariate models", IJF 36, 2020.
 */
export const seasonalMedian: Model = {
  name: 'seasonal-median',

  minimumLength(seasonLength) {
    return Math.max(mstl.minimumLength(seasonLength), ar.minimumLength(seasonLength))
  },

  fit(y, seasonLength, context) {
    const parts = [mstl.fit(y, seasonLength, context), ar.fit(y, seasonLength, context)]
    if (seasonsShown(seasonLength, context, y.length).length > 1)
      parts.push(seasonalNaive.fit(y, seasonLength, context))
    return { model: 'seasonal-median', version: 1, seasonLength, n: y.length, parameters: {}, state: {}, parts }
  },

  advance(fit, further) {
    const [first, second, third] = fit.parts as readonly [Fit, Fit, Fit?]
    const parts = [mstl.advance(first, further), ar.advance(second, further)]
    if (third) parts.push(seasonalNaive.advance(third, further))
    return { ...fit, n: fit.n + further.length, parts }
  },

  predict(fit, h) {
    const [first, second, third] = fit.parts as readonly [Fit, Fit, Fit?]
    const said = [...predictForms(first, h), ...predictViews(second, h)]
    if (third) said.push(seasonalNaive.predict(third, h))
    return medianOfValues(said)
  },
}
