// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { BoostingLoss } from './types.ts'
import { weightedQuantile } from './weighted-quantile.ts'

/** The score is kept within this, so that its exponential is a finite number far from both ends. */
const LARGEST_LOG = 300

/** Squared error: the trees predict the mean. */
export const squaredLoss: BoostingLoss = {
  name: 'squared',
  link: 'identity',
  start: weightedMean,
  derivatives(y, score, weight, gradient, hessian) {
    for (let i = 0; i < y.length; i++) {
      const w = weight[i] as number
      gradient[i] = w * ((score[i] as number) - (y[i] as number))
      hessian[i] = w
    }
  },
  value: (y, score, weight) => meanOver(weight, (i) => ((score[i] as number) - (y[i] as number)) ** 2),
}

/** Absolute error: the trees predict the median. */
export const absoluteLoss: BoostingLoss = { ...quantileLoss(0.5), name: 'absolute' }

/**
 * Squared error near the truth, absolute error further than delta from it: between mean and median.
 *
 * @param delta In units of y, above 0.
 * @source Huber, "Robust estimation of a location parameter", 1964.
 */
export function huberLoss(delta: number): BoostingLoss {
  if (!(delta > 0)) throw new AppError('stats.boosting-invalid', { part: 'delta', value: delta })
  return {
    name: `huber ${delta}`,
    link: 'identity',
    start: (y, weight) => weightedQuantile(y, weight, 0.5),
    derivatives(y, score, weight, gradient, hessian) {
      for (let i = 0; i < y.length; i++) {
        const w = weight[i] as number
        const e = (score[i] as number) - (y[i] as number)
        gradient[i] = w * Math.max(-delta, Math.min(delta, e))
        hessian[i] = w
      }
    },
    value: (y, score, weight) =>
      meanOver(weight, (i) => {
        const e = Math.abs((score[i] as number) - (y[i] as number))
        return e <= delta ? 0.5 * e * e : delta * (e - 0.5 * delta)
      }),
  }
}

/**
 * Pinball loss: the trees predict the value that the truth stays below with the given share.
 *
 * @param share Above 0 and below 1.
 * @source Koenker and Bassett, "Regression quantiles", Econometrica 46, 1978.
 */
export function quantileLoss(share: number): BoostingLoss {
  if (!(share > 0 && share < 1)) throw new AppError('stats.boosting-invalid', { part: 'share', value: share })
  return {
    name: `quantile ${share}`,
    link: 'identity',
    start: (y, weight) => weightedQuantile(y, weight, share),
    derivatives(y, score, weight, gradient, hessian) {
      for (let i = 0; i < y.length; i++) {
        const w = weight[i] as number
        gradient[i] = (y[i] as number) > (score[i] as number) ? -share * w : (1 - share) * w
        hessian[i] = w
      }
    },
    value: (y, score, weight) =>
      meanOver(weight, (i) => {
        const e = (y[i] as number) - (score[i] as number)
        return e > 0 ? share * e : (share - 1) * e
      }),
    leaf: (residual, weight) => weightedQuantile(residual, weight, share),
  }
}

/** Counts: y 0 or more, the trees predict the logarithm of the mean. */
export const poissonLoss: BoostingLoss = { ...tweedieLoss(1), name: 'poisson' }

/**
 * Amounts with many zeros: variance grows as mean^power; the trees predict the logarithm of the mean.
 *
 * @param power 1 (counts) up to below 2 (amounts without zeros would have 2).
 * @source Jorgensen, The Theory of Dispersion Models, 1997; as a boosting loss: Yang, Qian and Zou, JBES 36, 2018.
 */
export function tweedieLoss(power: number): BoostingLoss {
  if (!(power >= 1 && power < 2)) throw new AppError('stats.boosting-invalid', { part: 'power', value: power })
  const exponential = (x: number) => Math.exp(Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, x)))
  return {
    name: `tweedie ${power}`,
    link: 'log',
    // A mean of zero has no logarithm; the smallest one that matters stands for it.
    start: (y, weight) => Math.log(Math.max(weightedMean(y, weight), 1e-12)),
    derivatives(y, score, weight, gradient, hessian) {
      for (let i = 0; i < y.length; i++) {
        const w = weight[i] as number
        const of = (y[i] as number) * exponential((1 - power) * (score[i] as number))
        const all = exponential((2 - power) * (score[i] as number))
        gradient[i] = w * (all - of)
        hessian[i] = w * ((2 - power) * all + (power - 1) * of)
      }
    },
    value: (y, score, weight) =>
      meanOver(weight, (i) => {
        const s = score[i] as number
        const of = power === 1 ? (y[i] as number) * s : ((y[i] as number) * exponential((1 - power) * s)) / (1 - power)
        return exponential((2 - power) * s) / (2 - power) - of
      }),
  }
}

function weightedMean(y: Float64Array, weight: Float64Array): number {
  return meanOver(weight, (i) => y[i] as number)
}

/** Weighted mean over rows; 0 where no row counts. */
function meanOver(weight: Float64Array, of: (i: number) => number): number {
  let total = 0
  let weights = 0
  for (let i = 0; i < weight.length; i++) {
    const w = weight[i] as number
    if (w === 0) continue
    total += w * of(i)
    weights += w
  }
  return weights > 0 ? total / weights : 0
}
