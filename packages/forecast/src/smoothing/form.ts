// SPDX-License-Identifier: Apache-2.0

/** Which components an exponential smoothing has. Errors are additive, or multiplicative where the season is. */
export type SmoothingForm = {
  readonly trend: 'none' | 'additive' | 'damped'
  readonly season: 'none' | 'additive' | 'multiplicative'
}

/** What a search over a form found; sizes are those of the fit's JSON. */
export type SmoothingFit = {
  readonly parameters: Record<string, number>
  readonly state: Record<string, number | number[]>
  /** -2 log likelihood up to a constant that all forms share. */
  readonly deviance: number
  /** Parameters estimated, with the initial states and the variance. */
  readonly estimated: number
}

/** Bounds of Hyndman et al. (2008), section 2.7 and R's `ets`: inside the usual region, away from its edges. */
export const BOUNDS = {
  alpha: [0.0001, 0.9999],
  /** Trend smoothing as a share of alpha. */
  betaShare: [0.0001, 0.9999],
  /** Season smoothing as a share of 1 - alpha. */
  gammaShare: [0.0001, 0.9999],
  phi: [0.8, 0.98],
} as const

/**
 * Akaike's criterion corrected for short series.
 *
 * @returns +Infinity where the series is too short for the correction to exist.
 * @source Hurvich and Tsai, Biometrika 76, 1989; Hyndman et al. (2008), section 7.2.
 */
export function correctedAic(deviance: number, estimated: number, n: number): number {
  const room = n - estimated - 1
  if (room <= 0) return Number.POSITIVE_INFINITY
  return deviance + 2 * estimated + (2 * estimated * (estimated + 1)) / room
}
