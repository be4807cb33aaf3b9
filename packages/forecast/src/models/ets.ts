// SPDX-License-Identifier: Apache-2.0
import { predictAhead, sigmaAhead } from '../smoothing/ahead.ts'
import type { Candidate } from '../smoothing/choose.ts'
import { type EtsOptions, fitForms, fitOf } from '../smoothing/fit-ets.ts'
import { advanceStored } from '../smoothing/stored.ts'
import type { Fit, Model } from '../types.ts'

/**
 * Exponential smoothing of the form that explains the series best for its number of parameters: fifteen forms (additive
 * or multiplicative errors; no trend, trend, damped trend; no season, added, multiplied), those with multiplicative
 * trends too where asked for. The least corrected AIC wins, errors further ahead counting half: see `EtsOptions` for
 * the choice and the search exactly as in R's `ets`.
 *
 * The fit tells the form by `errorKind`, `trendKind`, `seasonKind` (0 none, 1 additive, 2 multiplicative), and by
 * having a `phi` where the trend is damped.
 *
 * @source Hyndman, Koehler, Snyder and Grose, "A state space framework for automatic forecasting", IJF 18, 2002;
 *         Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing (2008). Judging by errors several
 *         steps ahead: Xia and Tong, "Feature matching in time series modeling", Statistical Science 26, 2011.
 */
export const ets: Model = {
  name: 'ets',

  minimumLength() {
    return 3
  },

  fit: (y, seasonLength) => fitEts(y, seasonLength),
  advance: advanceStored,
  predict: predictAhead,
  sigma: sigmaAhead,
}

/**
 * Fits `ets` with options.
 *
 * @param y            Finite, at least one value.
 * @param seasonLength Periods in one season, at least 1.
 * @returns A fit of the model `ets`.
 */
export function fitEts(y: Float64Array, seasonLength: number, options: EtsOptions = {}): Fit {
  const fitted = fitForms(y, seasonLength, options)
  return fitOf('ets', fitted.candidates[0] as Candidate, fitted, seasonLength, y.length)
}
