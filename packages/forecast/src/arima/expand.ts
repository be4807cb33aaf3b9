// SPDX-License-Identifier: Apache-2.0
import { multiplySeasonal } from './polynomial.ts'
import type { ArimaSolution } from './solution.ts'

type Factors = Pick<ArimaSolution, 'ar' | 'ma' | 'seasonalAr' | 'seasonalMa' | 'seasonLength'>

/** The coefficients at all lags, [r] each, r the larger degree of the two: what the four factors multiply to. */
export function expanded({ ar, ma, seasonalAr, seasonalMa, seasonLength }: Factors): {
  phi: Float64Array
  theta: Float64Array
} {
  const r = Math.max(ar.length + seasonalAr.length * seasonLength, ma.length + seasonalMa.length * seasonLength)
  const phi = new Float64Array(r)
  const theta = new Float64Array(r)
  multiplySeasonal(Float64Array.from(ar), Float64Array.from(seasonalAr), seasonLength, -1, phi)
  multiplySeasonal(Float64Array.from(ma), Float64Array.from(seasonalMa), seasonLength, 1, theta)
  return { phi, theta }
}
