// SPDX-License-Identifier: Apache-2.0

/** How errors, trend and season join. Damped trends die away. */
export type SmoothingForm = {
  readonly error: 'additive' | 'multiplicative'
  readonly trend: 'none' | 'additive' | 'damped' | 'multiplicative' | 'damped-multiplicative'
  readonly season: 'none' | 'additive' | 'multiplicative'
}

const ERRORS = { A: 'additive', M: 'multiplicative' } as const
const TRENDS = { N: 'none', A: 'additive', Ad: 'damped', M: 'multiplicative', Md: 'damped-multiplicative' } as const
const SEASONS = { N: 'none', A: 'additive', M: 'multiplicative' } as const

/** The thirty forms by the field's names, error, trend, season: 'A,N,N' is simple smoothing, 'M,Ad,M' the richest. */
export const FORMS: Readonly<Record<string, SmoothingForm>> = Object.fromEntries(
  Object.entries(SEASONS).flatMap(([s, season]) =>
    Object.entries(TRENDS).flatMap(([t, trend]) =>
      Object.entries(ERRORS).map(([e, error]) => [`${e},${t},${s}`, { error, trend, season }]),
    ),
  ),
)

/** The field's name of a form: 'M,Ad,M'. */
export function nameOf(form: SmoothingForm): string {
  const letter = (table: Readonly<Record<string, string>>, word: string) =>
    Object.keys(table).find((key) => table[key] === word)
  return [letter(ERRORS, form.error), letter(TRENDS, form.trend), letter(SEASONS, form.season)].join(',')
}

/** Whether the trend multiplies. */
export function growsByFactor(form: SmoothingForm): boolean {
  return form.trend === 'multiplicative' || form.trend === 'damped-multiplicative'
}

/** Whether the trend dies away. */
export function isDamped(form: SmoothingForm): boolean {
  return form.trend === 'damped' || form.trend === 'damped-multiplicative'
}

/**
 * Whether a form's forecasts are stable: additive errors do not go with parts that multiply, whose variance they make
 * infinite, nor multiplicative trends with additive seasons.
 *
 * @source Hyndman et al. (2008), section 15.2 and the restriction of R's `ets`.
 */
export function isStable(form: SmoothingForm): boolean {
  if (form.error === 'additive') return !growsByFactor(form) && form.season !== 'multiplicative'
  return !(growsByFactor(form) && form.season === 'additive')
}

/** Whether a form needs values above zero. */
export function needsPositive(form: SmoothingForm): boolean {
  return form.error === 'multiplicative' || growsByFactor(form) || form.season === 'multiplicative'
}

/** Smoothing parameters, initial states (the season's are one less than its length, since they are centred), variance. */
export function countEstimated(form: SmoothingForm, seasonLength: number): number {
  const trend = form.trend === 'none' ? 0 : isDamped(form) ? 3 : 2
  return 3 + trend + (form.season === 'none' ? 0 : seasonLength)
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

/** By what to choose among forms; the smaller, the better. */
export type Criterion = 'aicc' | 'aic' | 'bic'

/**
 * A criterion: how badly a form explains the series, and a charge for what it had to estimate.
 *
 * @param deviance -2 log likelihood.
 * @returns +Infinity where the series is too short for the correction of `aicc` to exist.
 * @source Hurvich and Tsai, Biometrika 76, 1989; Hyndman et al. (2008), section 7.2.
 */
export function criterionOf(criterion: Criterion, deviance: number, estimated: number, n: number): number {
  if (criterion === 'bic') return deviance + estimated * Math.log(n)
  const aic = deviance + 2 * estimated
  if (criterion === 'aic') return aic
  const room = n - estimated - 1
  return room <= 0 ? Number.POSITIVE_INFINITY : aic + (2 * estimated * (estimated + 1)) / room
}
