// SPDX-License-Identifier: Apache-2.0
import type { Fit } from '../types.ts'
import { unBoxCox, unBoxCoxMean } from './box-cox.ts'
import { spreadAhead } from './spread.ts'
import { formOf, placeOf, predictStored, smoothingOf, statesOf } from './stored.ts'

/** Values ahead of a fit, back from its transform, [h]; see Model.predict. */
export function predictAhead(fit: Fit, h: number): Float64Array {
  const { lambda, biasAdjusted } = fit.parameters
  const means = predictStored(fit, h)
  if (lambda === undefined) return means
  if (biasAdjusted !== 1) return means.map((value) => unBoxCox(value, lambda))
  const spread = spreadOf(fit, h)
  return means.map((value, k) => unBoxCoxMean(value, lambda, spread[k] as number))
}

/**
 * Standard deviation of the error at each step ahead, [h]; see Model.sigma. For a transformed series half the way from
 * one deviation below to one above.
 */
export function sigmaAhead(fit: Fit, h: number): Float64Array {
  const { lambda } = fit.parameters
  const spread = spreadOf(fit, h)
  if (lambda === undefined) return spread
  const means = predictStored(fit, h)
  return spread.map((s, k) => {
    const mean = means[k] as number
    return (unBoxCox(mean + s, lambda) - unBoxCox(mean - s, lambda)) / 2
  })
}

function spreadOf(fit: Fit, h: number): Float64Array {
  const states = statesOf(fit)
  return spreadAhead(states, formOf(fit), smoothingOf(fit), fit.parameters.variance ?? 0, h, placeOf(fit, states))
}
