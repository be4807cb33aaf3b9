// SPDX-License-Identifier: Apache-2.0
import type { LearnedWeights } from '../types.ts'
import { featuresOf } from './features.ts'

/** A feature further than this many standard deviations from what the training series show counts as so far. */
const FURTHEST = 3

/** Weights of the members for a series, at least 0, summing to 1: softmax of lines in its features. [members] */
export function weightsFor(y: Float64Array, seasonLength: number, learned: LearnedWeights): Float64Array {
  return softmax(scoresOf(standardise(featuresOf(y, seasonLength), learned), learned.coefficients, learned.prior))
}

/** 1 and the features in standard deviations from their mean, held within bounds. [1 + features] */
export function standardise(
  features: ArrayLike<number>,
  { centre, spread }: Pick<LearnedWeights, 'centre' | 'spread'>,
): Float64Array {
  return Float64Array.from({ length: centre.length + 1 }, (_, i) => {
    if (i === 0) return 1
    const away = ((features[i - 1] as number) - (centre[i - 1] as number)) / (spread[i - 1] as number)
    return Math.max(-FURTHEST, Math.min(FURTHEST, away))
  })
}

/** A score per member: its prior and its line. */
export function scoresOf(
  z: Float64Array,
  coefficients: readonly ArrayLike<number>[],
  prior: readonly number[],
): Float64Array {
  const scores = Float64Array.from(prior)
  coefficients.forEach((row, i) => {
    for (let k = 0; k < scores.length; k++) {
      scores[k] = (scores[k] as number) + (z[i] as number) * (row[k] as number)
    }
  })
  return scores
}

/** Shares that sum to 1, the larger the score the larger the share. */
export function softmax(scores: Float64Array): Float64Array {
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const out = scores.map((score) => Math.exp(score - highest))
  const total = out.reduce((a, b) => a + b, 0)
  return out.map((share) => share / total)
}
