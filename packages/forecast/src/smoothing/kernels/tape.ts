// SPDX-License-Identifier: Apache-2.0

/**
 * What the recursions of exponential smoothing read and write, allocated once for all forms and all steps of a search.
 *
 * A forward pass starts from the parameters and the initial states, and leaves the errors, the means, what the way back
 * needs, and the last states. A backward pass starts from the derivatives of the cost with respect to each error and
 * each mean, and leaves those with respect to parameters and initial states (reverse-mode differentiation), so that a
 * gradient costs about two passes however many initial states there are.
 *
 * Errors here are always y less mean: for one trend and season, additive and multiplicative errors follow the same
 * path, and differ only in their likelihood.
 *
 * @source Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing (2008), tables 2.2 and 2.3, written
 *         in the error. Gradients: Griewank and Walther, Evaluating Derivatives (2008), chapter 3.
 */
export class Tape {
  readonly y: Float64Array
  /** Smoothing parameters, not shares. Without damping phi is 1; without trend beta and trend0 are 0. */
  alpha = 0
  beta = 0
  gamma = 0
  phi = 1
  /** Before a forward pass the initial states, after it the last ones. Season: [m], by place in the season. */
  level = 0
  trend = 0
  readonly season: Float64Array
  /** Place in the season of the first value. */
  place = 0

  /** Means below this, a tenth of the smallest value, are no yardstick for relative errors. */
  readonly leastMean: number

  /** Per value: error, mean, and the states that went into it, [n]. */
  readonly error: Float64Array
  readonly mean: Float64Array
  readonly base: Float64Array
  readonly trends: Float64Array
  readonly seasons: Float64Array

  /** Derivatives of the cost with respect to errors and means, [n]: what a backward pass starts from. */
  readonly ofError: Float64Array
  readonly ofMean: Float64Array

  /** What a backward pass leaves. */
  ofAlpha = 0
  ofBeta = 0
  ofGamma = 0
  ofPhi = 0
  ofLevel = 0
  ofTrend = 0
  readonly ofSeason: Float64Array

  constructor(y: Float64Array, m: number) {
    const n = y.length
    this.y = y
    this.leastMean =
      Math.max(
        0,
        y.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
      ) / 10
    // One block of memory cut into pieces: to ask for nine would take longer than to run a form.
    const block = new Float64Array(7 * n + 2 * m)
    const cut = (i: number) => block.subarray(i * n, (i + 1) * n)
    this.error = cut(0)
    this.mean = cut(1)
    this.base = cut(2)
    this.trends = cut(3)
    this.seasons = cut(4)
    this.ofError = cut(5)
    this.ofMean = cut(6)
    this.season = block.subarray(7 * n, 7 * n + m)
    this.ofSeason = block.subarray(7 * n + m)
  }
}

/** The two passes of one kind of trend and season. */
export type Kernel = {
  /** @returns false where the states leave the region in which the form makes sense; the tape is then of no use. */
  readonly forward: (tape: Tape) => boolean
  readonly backward: (tape: Tape) => void
}

/** A mean, level or index that multiplies must stay above this. */
export const SMALLEST_FACTOR = 1e-280
