// SPDX-License-Identifier: Apache-2.0
import { aiccOf, type SmoothingModel, smoothingModel } from '../smoothing/model.ts'
import type { Fit, Model } from '../types.ts'
import { dampedHolt } from './damped-holt.ts'
import { holt } from './holt.ts'
import { holtWintersAdditive } from './holt-winters-additive.ts'
import { holtWintersMultiplicative } from './holt-winters-multiplicative.ts'
import { simpleSmoothing } from './simple-smoothing.ts'

// The forms of one season kind share a name: what tells them apart in the fit is which parameters it holds.
const FORMS: readonly SmoothingModel[] = [
  simpleSmoothing,
  holt,
  dampedHolt,
  smoothingModel('holt-winters-additive', { trend: 'none', season: 'additive' }),
  smoothingModel('holt-winters-additive', { trend: 'damped', season: 'additive' }),
  holtWintersAdditive,
  smoothingModel('holt-winters-multiplicative', { trend: 'none', season: 'multiplicative' }),
  smoothingModel('holt-winters-multiplicative', { trend: 'damped', season: 'multiplicative' }),
  holtWintersMultiplicative,
]

/** The form behind a fit: a fit's parameters and state say how to go on, so any form of the name will do. */
function formOf(part: Fit): SmoothingModel {
  return FORMS.find((form) => form.name === part.model) ?? simpleSmoothing
}

function partOf(fit: Fit): Fit {
  return fit.parts?.[0] ?? fit
}

/**
 * Exponential smoothing of the form that explains the series best for its number of parameters: nine forms (no trend,
 * trend, damped trend; no season, added season, multiplied season), the least corrected AIC wins.
 *
 * @source Hyndman, Koehler, Snyder and Grose, "A state space framework for automatic forecasting", IJF 18, 2002.
 *         Nine of its thirty forms: without trends that multiply, and with relative errors only where the season
 *         multiplies.
 */
export const ets: Model = {
  name: 'ets',

  minimumLength() {
    return simpleSmoothing.minimumLength(1)
  },

  fit(y, seasonLength) {
    let best: Fit | undefined
    for (const form of FORMS) {
      if (!form.suits(y, seasonLength)) continue
      // The correction does not exist below this length, so the form could not win: save the search.
      if (form.form.season !== 'none' && y.length <= seasonLength + 6) continue
      const fit = form.fit(y, seasonLength)
      if (best === undefined || aiccOf(fit) < aiccOf(best)) best = fit
    }
    const part = best ?? simpleSmoothing.fit(y, seasonLength)
    return { model: 'ets', version: 1, seasonLength, n: y.length, parameters: {}, state: {}, parts: [part] }
  },

  advance(fit, further) {
    const part = partOf(fit)
    return { ...fit, n: fit.n + further.length, parts: [formOf(part).advance(part, further)] }
  },

  predict(fit, h) {
    const part = partOf(fit)
    return formOf(part).predict(part, h)
  },
}
