// SPDX-License-Identifier: Apache-2.0
import { kpss } from '../arima/kpss.ts'
import { courseOf, varianceOf } from './course.ts'
import { autocorrelations, changesOf, levinson, squaresOf } from './memory.ts'

/** What a series is described by, in this order; each without a unit, finite. */
export const FEATURE_NAMES = [
  'length',
  'seasonLength',
  'trend',
  'season',
  'linearity',
  'curvature',
  'spikiness',
  'leftAcf1',
  'leftAcf10',
  'acf1',
  'acf10',
  'acfOfChanges1',
  'acfOfChanges10',
  'acfOfSecondChanges1',
  'acfOfSecondChanges10',
  'seasonAcf1',
  'partial5',
  'partialOfChanges5',
  'partialOfSecondChanges5',
  'entropy',
  'stability',
  'lumpiness',
  'crossings',
  'flatSpots',
  'nonlinearity',
  'arch',
  'wandering',
  'variation',
  'positive',
  'latest',
] as const

/** Further back than this many values (or six seasons) a series says little about its next periods. */
const LONGEST = 360
const FREQUENCIES = 64

/**
 * Describes a series by numbers that tell which models suit it. Neither unit nor level matters, but for `variation` and
 * `positive`.
 *
 * @param y Finite, at least 4 values. @returns [FEATURE_NAMES.length]
 * @source The features of FFORMA: Montero-Manso, Athanasopoulos, Hyndman and Talagala, "FFORMA: Feature-based forecast
 *         model averaging", IJF 36, 2020, table 1; strengths and shape: course.ts; entropy: Goerg, "Forecastable
 *         component analysis", ICML 2013; stability, lumpiness, crossings, flat spots: Hyndman, Wang and Laptev, 2015;
 *         nonlinearity: Terasvirta, Lin and Granger, J. Time Series Analysis 14, 1993; arch: Engle, Econometrica 50,
 *         1982; wandering: arima/kpss.ts.
 */
export function featuresOf(y: Float64Array, seasonLength: number): Float64Array {
  const recent = y.length > LONGEST ? y.subarray(Math.max(0, y.length - Math.max(LONGEST, 6 * seasonLength))) : y
  const n = recent.length
  const season = seasonLength > 1 && n >= 2 * seasonLength ? seasonLength : 1
  const { values, centre, spread } = standardised(recent)
  const first = changesOf(values)
  const second = changesOf(first)
  const own = autocorrelations(values, Math.max(10, season))
  const ofFirst = autocorrelations(first, 10)
  const ofSecond = autocorrelations(second, 10)
  const memory = levinson(own.subarray(0, 5))
  const course = courseOf(values, season)
  const { stability, lumpiness } = tiles(values, Math.max(10, season))
  const description: Record<(typeof FEATURE_NAMES)[number], number> = {
    length: Math.log(n),
    seasonLength: Math.log(seasonLength),
    ...course,
    acf1: own[0] as number,
    acf10: squaresOf(own.subarray(0, 10)),
    acfOfChanges1: ofFirst[0] as number,
    acfOfChanges10: squaresOf(ofFirst),
    acfOfSecondChanges1: ofSecond[0] as number,
    acfOfSecondChanges10: squaresOf(ofSecond),
    seasonAcf1: season > 1 ? (own[season - 1] as number) : 0,
    partial5: squaresOf(memory.partial),
    partialOfChanges5: squaresOf(levinson(ofFirst.subarray(0, 5)).partial),
    partialOfSecondChanges5: squaresOf(levinson(ofSecond.subarray(0, 5)).partial),
    entropy: entropyOf(levinson(own.subarray(0, Math.min(10, Math.max(1, Math.floor(n / 3))))).coefficients),
    stability,
    lumpiness,
    crossings: crossingsOf(values),
    flatSpots: flatSpotsOf(values),
    nonlinearity: nonlinearityOf(values, memory.coefficients),
    arch: archOf(values, memory.coefficients),
    wandering: spread > 0 ? Math.log(kpss(values) + 1e-3) : 0,
    variation: spread > 0 ? Math.log(Math.min(1e3, Math.max(1e-3, spread / (Math.abs(centre) + 1e-9 * spread)))) : -7,
    positive: recent.every((value) => value > 0) ? 1 : 0,
    latest: values[n - 1] as number,
  }
  return Float64Array.from(FEATURE_NAMES, (name) => (Number.isFinite(description[name]) ? description[name] : 0))
}

/** The values with mean 0 and standard deviation 1; all 0 where they do not vary. */
function standardised(y: Float64Array): { values: Float64Array; centre: number; spread: number } {
  let largest = 0
  for (const value of y) largest = Math.max(largest, Math.abs(value))
  if (!(largest > 0)) return { values: new Float64Array(y.length), centre: 0, spread: 0 }
  const share = y.map((value) => value / largest)
  const centre = share.reduce((total, value) => total + value, 0) / y.length
  const spread = Math.sqrt(varianceOf(share))
  // What rounding leaves of a constant is no variation.
  if (spread < 1e-12) return { values: new Float64Array(y.length), centre, spread: 0 }
  return { values: share.map((value) => (value - centre) / spread), centre, spread }
}

/** Entropy of the spectrum of an auto-regression, as a share of that of noise: 0 (a pure wave) to 1. */
function entropyOf(coefficients: Float64Array): number {
  const density = Float64Array.from({ length: FREQUENCIES }, (_, i) => {
    const angle = (Math.PI * (i + 0.5)) / FREQUENCIES
    let real = 1
    let imaginary = 0
    coefficients.forEach((coefficient, j) => {
      real -= coefficient * Math.cos(angle * (j + 1))
      imaginary += coefficient * Math.sin(angle * (j + 1))
    })
    return 1 / (real * real + imaginary * imaginary + 1e-9)
  })
  const total = density.reduce((sum, value) => sum + value, 0)
  return density.reduce((sum, value) => sum - (value / total) * Math.log(value / total), 0) / Math.log(FREQUENCIES)
}

/** Variance of the means of stretches that follow each other, and that of their variances. */
function tiles(values: Float64Array, width: number): { stability: number; lumpiness: number } {
  const count = Math.floor(values.length / width)
  if (count < 2) return { stability: 0, lumpiness: 0 }
  const at = (i: number) => values.subarray(i * width, (i + 1) * width)
  const means = Float64Array.from({ length: count }, (_, i) => at(i).reduce((a, b) => a + b, 0) / width)
  const variances = Float64Array.from({ length: count }, (_, i) => varianceOf(at(i)))
  return { stability: varianceOf(means), lumpiness: varianceOf(variances) }
}

/** How often the series crosses its median, a period. */
function crossingsOf(values: Float64Array): number {
  const middle = values.slice().sort()[values.length >> 1] as number
  let crossed = 0
  for (let t = 1; t < values.length; t++) {
    if ((values[t] as number) > middle !== (values[t - 1] as number) > middle) crossed += 1
  }
  return crossed / values.length
}

/** Longest stay within one of ten equal bands of the range, as a share of the length. */
function flatSpotsOf(values: Float64Array): number {
  const lowest = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const range = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - lowest
  if (!(range > 0)) return 1
  let longest = 0
  let stay = 0
  let band = -1
  for (const value of values) {
    const here = Math.min(9, Math.floor((10 * (value - lowest)) / range))
    stay = here === band ? stay + 1 : 1
    band = here
    longest = Math.max(longest, stay)
  }
  return longest / values.length
}

/** What an auto-regression does not explain. */
function leftOver(values: Float64Array, coefficients: Float64Array): Float64Array {
  const p = coefficients.length
  return Float64Array.from({ length: Math.max(0, values.length - p) }, (_, i) => {
    let said = 0
    for (let j = 0; j < p; j++) said += (coefficients[j] as number) * (values[i + p - 1 - j] as number)
    return (values[i + p] as number) - said
  })
}

/** Share of what an auto-regression leaves that the square of the value before still explains. */
function nonlinearityOf(values: Float64Array, coefficients: Float64Array): number {
  const rest = leftOver(values, coefficients)
  const before = rest.map((_, i) => (values[i + coefficients.length - 1] as number) ** 2)
  return correlation(rest, before) ** 2
}

/** Memory of how large the unexplained is: squares of the first autocorrelations of its squares. */
function archOf(values: Float64Array, coefficients: Float64Array): number {
  const squares = leftOver(values, coefficients).map((value) => value * value)
  return squaresOf(autocorrelations(squares, Math.min(12, Math.max(1, squares.length >> 1))))
}

function correlation(a: Float64Array, b: Float64Array): number {
  const scale = Math.sqrt(varianceOf(a) * varianceOf(b))
  if (!(scale > 0)) return 0
  const centreA = a.reduce((total, value) => total + value, 0) / a.length
  const centreB = b.reduce((total, value) => total + value, 0) / b.length
  let total = 0
  for (let i = 0; i < a.length; i++) total += ((a[i] as number) - centreA) * ((b[i] as number) - centreB)
  return total / a.length / scale
}
