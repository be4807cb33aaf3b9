// SPDX-License-Identifier: Apache-2.0
import { type Decomposition, stl } from '../decomposition/stl.ts'
import { autocorrelations, squaresOf } from './memory.ts'

/** What a series' trend, season and remainder are like; each without a unit. */
export type Course = {
  /** Share of what is not season that is trend, and of what is not trend that is season: 0 to 1. */
  readonly trend: number
  readonly season: number
  /** Rise of the trend's straight part and its bend, in standard deviations of the series. */
  readonly linearity: number
  readonly curvature: number
  /** How much a single remainder moves the remainder's variance, as a logarithm. */
  readonly spikiness: number
  /** Autocorrelation of the remainder at lag 1, and squares of the first ten. */
  readonly leftAcf1: number
  readonly leftAcf10: number
}

/**
 * Reads the course of a series from its parts.
 *
 * @param y Standardised: mean 0, standard deviation 1. @param season 1 where there is none.
 * @source Wang, Smith and Hyndman, "Characteristic-based clustering for time series data", Data Mining and Knowledge
 *         Discovery 13, 2006 (strengths); Hyndman, Wang and Laptev, "Large-scale unusual time series detection", ICDM
 *         workshops 2015 (linearity, curvature, spikiness).
 */
export function courseOf(y: Float64Array, season: number): Course {
  const parts = stl(y, season, season > 1 ? { seasonWindow: 'periodic' } : {})
  const { trend, remainder } = parts
  const [straight, bend] = straightAndBend(trend)
  const left = autocorrelations(remainder, 10)
  return {
    trend: strength(parts, 'trend'),
    season: season > 1 ? strength(parts, 'season') : 0,
    linearity: straight,
    curvature: bend,
    spikiness: Math.log(spikinessOf(remainder) + 1e-12),
    leftAcf1: left[0] as number,
    leftAcf10: squaresOf(left),
  }
}

function strength({ remainder, ...parts }: Decomposition, name: 'trend' | 'season'): number {
  const both = varianceOf(parts[name].map((value, t) => value + (remainder[t] as number)))
  return both > 0 ? Math.max(0, Math.min(1, 1 - varianceOf(remainder) / both)) : 0
}

/** How far a curve rises along a straight line from end to end, and its bend: coefficients of Legendre's polynomials. */
function straightAndBend(curve: Float64Array): [number, number] {
  const n = curve.length
  let rise = 0
  let bend = 0
  let ones = 0
  let twos = 0
  for (let t = 0; t < n; t++) {
    const x = n > 1 ? (2 * t) / (n - 1) - 1 : 0
    const second = (3 * x * x - 1) / 2
    rise += x * (curve[t] as number)
    bend += second * (curve[t] as number)
    ones += x * x
    twos += second * second
  }
  return [ones > 0 ? rise / ones : 0, twos > 0 ? bend / twos : 0]
}

/** Variance of the variances that are left when each value in turn is left out, in units of the variance. */
function spikinessOf(values: Float64Array): number {
  const n = values.length
  const whole = varianceOf(values)
  if (n < 3 || !(whole > 0)) return 0
  const centre = values.reduce((total, value) => total + value, 0) / n
  // Leaving out a value d from the centre takes d^2 n / (n - 1) from the sum of squares.
  const without = values.map((value) => (n * whole - ((value - centre) ** 2 * n) / (n - 1)) / (n - 1) / whole)
  return n * n * varianceOf(without)
}

/** Mean squared distance from the mean. */
export function varianceOf(values: Float64Array): number {
  const n = values.length
  if (n === 0) return 0
  let centre = 0
  for (const value of values) centre += value / n
  let total = 0
  for (const value of values) total += (value - centre) ** 2
  return total / n
}
