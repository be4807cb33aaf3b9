// SPDX-License-Identifier: Apache-2.0
import { predictAhead, sigmaAhead } from '../smoothing/ahead.ts'
import { fitForms, fitOf } from '../smoothing/fit-ets.ts'
import { advanceStored } from '../smoothing/stored.ts'
import type { Fit, Model } from '../types.ts'

/**
 * How far behind the best a form may be and still count: its weight is exp(-(its score - the best) / (2 x this)). At 1
 * these are Akaike's weights; 6 was chosen on the last h values of the training parts of the M3 series.
 */
const PATIENCE = 6
/** Forms that would weigh less than this share of the best are left out. */
const LEAST_SHARE = 0.1

/**
 * The mean of all forms of exponential smoothing that explain the series nearly as well as the best: the choice among
 * them is often a toss of a coin, and a weighted mean does not depend on it.
 *
 * @source Kolassa, "Combining exponential smoothing forecasts using Akaike weights", IJF 27, 2011.
 */
export const etsAverage: Model = {
  name: 'ets-average',

  minimumLength() {
    return 3
  },

  fit(y, seasonLength) {
    const n = y.length
    const fitted = fitForms(y, seasonLength)
    const best = fitted.candidates[0]?.score as number
    const shareOf = (score: number) => (score > best ? Math.exp((best - score) / (2 * PATIENCE)) : 1)
    const kept = fitted.candidates.filter(({ score }, i) => i === 0 || shareOf(score) >= LEAST_SHARE)
    const total = kept.reduce((sum, { score }) => sum + shareOf(score), 0)
    const weights = kept.map(({ score }) => shareOf(score) / total)
    const parts = kept.map((candidate) => fitOf('ets', candidate, fitted, seasonLength, n))
    return { model: 'ets-average', version: 1, seasonLength, n, parameters: {}, state: { weights }, parts }
  },

  advance(fit, further) {
    return { ...fit, n: fit.n + further.length, parts: partsOf(fit).map((part) => advanceStored(part, further)) }
  },

  predict(fit, h) {
    return weighted(
      partsOf(fit).map((part) => predictAhead(part, h)),
      fit,
    )
  },

  // The variance within the forms, and that between them.
  sigma(fit, h) {
    const means = partsOf(fit).map((part) => predictAhead(part, h))
    const mean = weighted(means, fit)
    const squares = partsOf(fit).map((part, i) =>
      sigmaAhead(part, h).map((s, k) => s * s + ((means[i]?.[k] as number) - (mean[k] as number)) ** 2),
    )
    return weighted(squares, fit).map(Math.sqrt)
  },
}

function partsOf(fit: Fit): readonly Fit[] {
  return fit.parts ?? []
}

function weighted(values: readonly Float64Array[], fit: Fit): Float64Array {
  const weights = fit.state.weights as readonly number[]
  const out = new Float64Array(values[0]?.length ?? 0)
  values.forEach((part, i) => {
    for (let k = 0; k < out.length; k++) out[k] = (out[k] as number) + (weights[i] as number) * (part[k] as number)
  })
  return out
}
