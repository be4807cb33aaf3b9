// SPDX-License-Identifier: Apache-2.0

/**
 * Coefficients at lags 1, 2, ... of (1 + sign a(B)) (1 + sign b(B^m)) less 1, times sign: for an autoregression sign is
 * -1, for a moving average +1.
 *
 * @param a   Coefficients at lags 1 to p. @param b At lags m, 2m, ..., Pm.
 * @param out Shape [at least p + P m]; overwritten.
 */
export function multiplySeasonal(
  a: Float64Array,
  b: Float64Array,
  seasonLength: number,
  sign: -1 | 1,
  out: Float64Array,
): void {
  out.fill(0)
  for (let i = 0; i < a.length; i++) out[i] = a[i] as number
  for (let j = 0; j < b.length; j++) {
    const at = (j + 1) * seasonLength - 1
    const bj = b[j] as number
    out[at] = (out[at] as number) + bj
    for (let i = 0; i < a.length; i++) out[at + i + 1] = (out[at + i + 1] as number) + sign * bj * (a[i] as number)
  }
}

/**
 * Coefficients of the differences, as an autoregression: (1 - B)^d (1 - B^m)^D = 1 - c1 B - c2 B^2 - ...
 *
 * @returns Shape [d + D m].
 */
export function differencePolynomial(d: number, D: number, seasonLength: number): Float64Array {
  let poly = Float64Array.of(1)
  const times = (lag: number) => {
    const next = new Float64Array(poly.length + lag)
    for (let i = 0; i < poly.length; i++) {
      next[i] = (next[i] as number) + (poly[i] as number)
      next[i + lag] = (next[i + lag] as number) - (poly[i] as number)
    }
    poly = next
  }
  for (let i = 0; i < d; i++) times(1)
  for (let i = 0; i < D; i++) times(seasonLength)
  return poly.subarray(1).map((c) => 0 - c)
}

/**
 * Weights of past errors in the future: psi_0 = 1, psi_j = theta_j + sum of phi_i psi_(j-i).
 *
 * @param phi,theta Coefficients at lags 1, 2, ...; phi may hold the differences too.
 * @returns Shape [h].
 * @source  Box, Jenkins and Reinsel, Time Series Analysis, 4th ed., equation 5.1.8 and section 5.2.
 */
export function psiWeights(phi: Float64Array, theta: Float64Array, h: number): Float64Array {
  const psi = new Float64Array(h)
  for (let j = 0; j < h; j++) {
    let total = j === 0 ? 1 : j <= theta.length ? (theta[j - 1] as number) : 0
    const most = Math.min(j, phi.length)
    for (let i = 1; i <= most; i++) total += (phi[i - 1] as number) * (psi[j - i] as number)
    psi[j] = total
  }
  return psi
}

/** The product of two autoregressive polynomials 1 - a1 B - ... and 1 - b1 B - ..., in the same form. */
export function multiplyAutoregressions(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length + b.length)
  for (let i = 0; i < a.length; i++) out[i] = a[i] as number
  for (let j = 0; j < b.length; j++) {
    const by = b[j] as number
    if (by === 0) continue
    out[j] = (out[j] as number) + by
    for (let i = 0; i < a.length; i++) out[i + j + 1] = (out[i + j + 1] as number) - by * (a[i] as number)
  }
  return out
}
