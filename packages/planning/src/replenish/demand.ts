// SPDX-License-Identifier: Apache-2.0
import { type Declined, declined } from '@resham/base'
import type { LeadTimeDemand } from '@resham/forecast'
import { normalCdf } from '@resham/stats'
import type { ItemDemand } from '../types.ts'
import { quantileOfRow } from './distribution.ts'

/** Weeks ahead for which the distribution is kept, and the same in days; in between it is drawn out. */
export const STRETCHES = [1, 3, 6, 12] as const
export const HORIZONS: readonly number[] = STRETCHES.map((weeks) => 7 * weeks)
/** Probabilities for which it is kept: fine in the upper tail, which decides how much to hold. */
export const PROBABILITIES = [0.02, 0.05, 0.1, 0.25, 0.5, 0.65, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99, 0.995] as const

/**
 * Demand as a distribution from what the engine expects over `STRETCHES`.
 *
 * @param weeks Of history.
 */
export function demandFromStretches(
  stretches: readonly LeadTimeDemand[],
  about: { readonly model: string; readonly weeks: number; readonly price: number | null },
): ItemDemand | Declined {
  const means = stretches.map(({ mean }) => mean)
  const quantiles = stretches.map((stretch) => PROBABILITIES.map((p) => quantileOfRow(stretch.quantiles, p)))
  return finished({ basis: 'forecast', ...about }, means, quantiles)
}

/**
 * Demand of an item that hardly sells: orders come by chance at the average rate, with sizes like those seen.
 *
 * The sum over a horizon is taken as negative binomial with the mean and variance of that compound Poisson; with so few
 * orders nothing finer can be known.
 *
 * @param y Pieces a week, none below zero, at least one week.
 * @source Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., 2017, section 7.
 */
export function demandFromAverage(y: readonly number[], price: number | null): ItemDemand | Declined {
  if (y.length === 0) return declined('history-too-short', { needed: 1, got: 0 })
  let total = 0
  let squares = 0
  for (const value of y) {
    total += value
    squares += value * value
  }
  const daily = total / (7 * y.length)
  const means = HORIZONS.map((days) => daily * days)
  // Compound Poisson: variance is the rate times the mean square of the sizes; a week's sale stands for an order. That
  // the rate itself is a guess from a short past adds the horizon's share of that past.
  const spread = total > 0 ? squares / total : 0
  const quantiles = HORIZONS.map((days, i) => {
    const varianceToMean = Math.max(1, spread) * (1 + days / (7 * y.length))
    return PROBABILITIES.map((p) => negativeBinomialQuantile(means[i] as number, varianceToMean, p))
  })
  return finished({ basis: 'average', model: 'average', weeks: y.length, price }, means, quantiles)
}

/**
 * Smallest whole number not exceeded with probability p by a negative binomial with a mean and a ratio of variance to
 * mean of at least 1 (Poisson at 1).
 */
export function negativeBinomialQuantile(mean: number, varianceToMean: number, p: number): number {
  if (!(mean > 0)) return 0
  // Far from zero the sum is nearly normal, and walking there step by step would be slow.
  if (mean > 2000) return normalWalk(mean, Math.sqrt(mean * varianceToMean), p)
  const excess = varianceToMean - 1
  const size = excess > 1e-9 ? mean / excess : Number.POSITIVE_INFINITY
  const stay = 1 / varianceToMean
  let probability = Number.isFinite(size) ? Math.exp(size * Math.log(stay)) : Math.exp(-mean)
  let cumulative = probability
  let k = 0
  const limit = mean + 40 * Math.sqrt(mean * varianceToMean) + 40
  while (cumulative < p && k < limit) {
    k += 1
    probability *= Number.isFinite(size) ? ((size + k - 1) / k) * (1 - stay) : mean / k
    cumulative += probability
  }
  return k
}

function normalWalk(mean: number, deviation: number, p: number): number {
  let low = Math.max(0, mean - 8 * deviation)
  let high = mean + 8 * deviation
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (normalCdf((middle - mean) / deviation) < p) low = middle
    else high = middle
  }
  return Math.ceil(high)
}

/** Puts the parts together; more days never need less, whatever the noise of the draws. */
function finished(
  about: Pick<ItemDemand, 'basis' | 'model' | 'weeks' | 'price'>,
  means: readonly number[],
  quantiles: readonly (readonly number[])[],
): ItemDemand {
  const rising: number[][] = []
  for (const row of quantiles) {
    const before = rising.at(-1)
    const next: number[] = []
    row.forEach((value, i) => {
      next.push(Math.max(value, before?.[i] ?? 0, next[i - 1] ?? 0))
    })
    rising.push(next)
  }
  const longest = HORIZONS[HORIZONS.length - 1] as number
  return {
    kind: 'demand',
    version: 1,
    ...about,
    daily: (means.at(-1) as number) / longest,
    horizons: HORIZONS,
    means: means.map(rounded),
    probabilities: PROBABILITIES,
    quantiles: rising.map((row) => row.map(rounded)),
  }
}

/** Stored to three decimals: a thousandth of a piece is the books' own unit. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
