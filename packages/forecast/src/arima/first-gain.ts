// SPDX-License-Identifier: Apache-2.0
import type { Lags } from './lags.ts'

/** Work space for `firstGain`, made once for a pair of degrees. */
export type GainSpace = {
  /** All levels of Levinson's recursion, row j holding j + 1 coefficients: [p][p]. */
  readonly levels: Float64Array
  readonly arCovariance: Float64Array
  readonly maProducts: Float64Array
  readonly covariance: Float64Array
  readonly psi: Float64Array
}

/** Work space for an autoregression of degree p and a moving average of degree q. */
export function gainSpace(p: number, q: number): GainSpace {
  return {
    levels: new Float64Array(p * p),
    arCovariance: new Float64Array(p + q + 1),
    maProducts: new Float64Array(q + 1),
    covariance: new Float64Array(p + 1),
    psi: new Float64Array(q + 1),
  }
}

/**
 * How a stationary process starts, in units of the variance of its errors: the covariances of what its first value
 * says about the following ones (the gain before it is divided), and the variance of that first value.
 *
 * @param phi,theta Coefficients at lags 1 to p and 1 to q. @param ar,ma The same, without zeros.
 * @param gain      Shape [max(p, q)]; overwritten with Cov(x_(2,i), w_1), x_(2,i) being the part of w_(2+i) that
 *                  values and errors up to time 1 determine.
 * @returns         The variance of w_1; undefined where phi is not stationary.
 * @source          Autocovariances of the autoregression by running Levinson's recursion back and then forth;
 *                  those of the mixed process by filtering: Brockwell and Davis, Time Series: Theory and Methods,
 *                  2nd ed., sections 3.3 and 8.2.
 */
export function firstGain(
  phi: Float64Array,
  theta: Float64Array,
  ar: Lags,
  ma: Lags,
  space: GainSpace,
  gain: Float64Array,
): number | undefined {
  const p = phi.length
  const q = theta.length
  if (!arCovariances(phi, ar, space, p + q)) return undefined
  const { arCovariance, maProducts, covariance, psi } = space

  maProducts.fill(0)
  maProducts[0] = 1
  for (let i = 0; i < ma.count; i++) {
    const lag = ma.lag[i] as number
    const weight = ma.weight[i] as number
    maProducts[lag] = (maProducts[lag] as number) + weight
    for (let j = 0; j <= i; j++) {
      const apart = lag - (ma.lag[j] as number)
      maProducts[apart] = (maProducts[apart] as number) + weight * (ma.weight[j] as number)
    }
  }
  for (let k = 0; k < Math.max(1, p); k++) {
    let total = (maProducts[0] as number) * (arCovariance[k] as number)
    for (let l = 1; l <= q; l++) {
      const product = maProducts[l] as number
      if (product === 0) continue
      total += product * ((arCovariance[k + l] as number) + (arCovariance[k < l ? l - k : k - l] as number))
    }
    covariance[k] = total
  }

  for (let j = 0; j < q; j++) {
    let total = j === 0 ? 1 : (theta[j - 1] as number)
    for (let i = 0; i < ar.count && (ar.lag[i] as number) <= j; i++) {
      total += (ar.weight[i] as number) * (psi[j - (ar.lag[i] as number)] as number)
    }
    psi[j] = total
  }
  gain.fill(0)
  for (let c = 0; c < ar.count; c++) {
    const lag = ar.lag[c] as number
    const weight = ar.weight[c] as number
    for (let i = 0; i < lag; i++) gain[i] = (gain[i] as number) + weight * (covariance[lag - i - 1] as number)
  }
  for (let c = 0; c < ma.count; c++) {
    const lag = ma.lag[c] as number
    const weight = ma.weight[c] as number
    for (let i = 0; i < lag; i++) gain[i] = (gain[i] as number) + weight * (psi[lag - i - 1] as number)
  }
  return covariance[0] as number
}

/** Autocovariances of the autoregression alone at lags 0 to `most`; false where it is not stationary. */
function arCovariances(phi: Float64Array, ar: Lags, space: GainSpace, most: number): boolean {
  const { levels, arCovariance } = space
  const p = phi.length
  let variance = 1
  for (let j = p - 1; j >= 0; j--) {
    const row = j * p
    if (j === p - 1) levels.set(phi, row)
    const partial = levels[row + j] as number
    const left = 1 - partial * partial
    if (!(left > 0)) return false
    variance /= left
    const below = row - p
    for (let i = 0; i < j; i++) {
      levels[below + i] = ((levels[row + i] as number) + partial * (levels[row + j - 1 - i] as number)) / left
    }
  }
  arCovariance[0] = variance
  let unexplained = variance
  for (let k = 1; k <= Math.min(p, most); k++) {
    const row = (k - 1) * p
    const partial = levels[row + k - 1] as number
    let total = partial * unexplained
    const below = row - p
    for (let i = 1; i < k; i++) total += (levels[below + i - 1] as number) * (arCovariance[k - i] as number)
    arCovariance[k] = total
    unexplained *= 1 - partial * partial
  }
  for (let k = p + 1; k <= most; k++) {
    let total = 0
    for (let i = 0; i < ar.count; i++)
      total += (ar.weight[i] as number) * (arCovariance[k - (ar.lag[i] as number)] as number)
    arCovariance[k] = total
  }
  return true
}
