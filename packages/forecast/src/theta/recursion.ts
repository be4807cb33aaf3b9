// SPDX-License-Identifier: Apache-2.0

/**
 * Where the recursion of a Theta model stands after n values: the smoothed level, and the least-squares line through
 * all of them, held as their mean and its slope.
 */
export type ThetaState = { n: number; level: number; mean: number; slope: number }

/** Smoothing of the level, 0.1 to 0.99, and how much the curvature of the series is multiplied first, 1 to 1e10. */
export type ThetaParameters = { readonly alpha: number; readonly theta: number }

/** Takes one value into the line, in place: mean and slope are then those of least squares over all values so far. */
export function growLine(line: { n: number; mean: number; slope: number }, value: number): void {
  line.n += 1
  const t = line.n
  const gap = value - line.mean
  // One value has no slope; from the second on the recursion is exact.
  line.slope = t === 1 ? 0 : ((t - 2) * line.slope + (6 * gap) / t) / (t + 1)
  line.mean += gap / t
}

/** The line one step before the first value: time 0 as the literature counts. */
export function interceptOf(line: { readonly n: number; readonly mean: number; readonly slope: number }): number {
  return line.mean - ((line.n + 1) / 2) * line.slope
}

/**
 * Moves a state on over values, in place.
 *
 * @source Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler, "Models for optimising the theta method and their
 *         relationship to state space models", IJF 32, 2016: the updates of level, mean, slope, intercept.
 */
export function advanceTheta(state: ThetaState, y: Float64Array, alpha: number): void {
  for (let i = 0; i < y.length; i++) {
    const value = y[i] as number
    growLine(state, value)
    state.level += alpha * (value - state.level)
  }
}

/**
 * Values ahead, [h]; the state given is not changed. A standing line stays as it was after the last value; a dynamic
 * one takes in what the model itself says, step by step.
 *
 * @source The same: the level, plus 1 - 1 / theta of ((1 - alpha)^n A + (1 - (1 - alpha)^(n + 1)) / alpha B).
 */
export function predictTheta(from: ThetaState, parameters: ThetaParameters, dynamic: boolean, h: number): Float64Array {
  const { alpha, theta } = parameters
  const share = 1 - 1 / theta
  const out = new Float64Array(h)
  const line = { ...from }
  let { level } = from
  let decay = (1 - alpha) ** from.n
  for (let k = 0; k < h; k++) {
    const said = level + share * (decay * interceptOf(line) + ((1 - decay * (1 - alpha)) / alpha) * line.slope)
    out[k] = said
    if (dynamic) growLine(line, said)
    level += alpha * (said - level)
    decay *= 1 - alpha
  }
  return out
}

/**
 * How a model's variance grows: variance of the error at each step ahead over that of one step, [h].
 *
 * The recursion is linear, so what an error does later is what the recursion says of that error alone.
 *
 * @source Hyndman et al., Forecasting with Exponential Smoothing (2008), chapter 6, for any linear recursion.
 */
export function growthOfVariance(n: number, parameters: ThetaParameters, dynamic: boolean, h: number): Float64Array {
  const out = new Float64Array(h).fill(1)
  const last = dynamic ? h - 1 : Math.min(1, h - 1)
  for (let i = 0; i < last; i++) {
    const t = n + i + 1
    const mark = { n: t, level: parameters.alpha, mean: dynamic ? 1 / t : 0, slope: dynamic ? 6 / t / (t + 1) : 0 }
    const effects = predictTheta(mark, parameters, dynamic, h - 1 - i)
    // With a standing line the effect of an error is alpha at every later step, whenever it came.
    for (let k = 0; k < effects.length; k++) {
      const times = dynamic ? 1 : k + 1
      out[i + 1 + k] = (out[i + 1 + k] as number) + times * (effects[k] as number) ** 2
    }
  }
  return out
}
