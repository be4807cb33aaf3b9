// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { normalQuantile } from './normal.ts'

/**
 * The t below which Student's distribution falls with probability p, to about six digits; degrees of freedom need not
 * be whole.
 *
 * @param p       Strictly between 0 and 1.
 * @param freedom Degrees of freedom, at least 1; beyond a million it is the normal.
 * @throws stats.probability-invalid, stats.freedom-invalid
 * @source Hill, "Algorithm 396: Student's t-quantiles", Communications of the ACM 13, 1970.
 * @example studentQuantile(0.975, 10) // 2.228139
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1)) throw new AppError('stats.probability-invalid', { p })
  if (!(freedom >= 1)) throw new AppError('stats.freedom-invalid', { freedom })
  if (p === 0.5) return 0
  if (freedom > 1e6) return normalQuantile(p)
  // The algorithm speaks of both tails together.
  const tails = 2 * Math.min(p, 1 - p)
  const size = bothTails(tails, freedom)
  return p < 0.5 ? -size : size
}

function bothTails(tails: number, n: number): number {
  if (n === 1) return 1 / Math.tan((tails * Math.PI) / 2)
  if (n === 2) return Math.sqrt(2 / (tails * (2 - tails)) - 2)
  const a = 1 / (n - 0.5)
  const b = 48 / (a * a)
  let c = (((20_700 * a) / b - 98) * a - 16) * a + 96.36
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n
  let x = d * tails
  let y = x ** (2 / n)
  if (y > 0.05 + a) {
    x = normalQuantile(tails / 2)
    y = x * x
    if (n < 5) c += 0.3 * (n - 4.5) * (x + 0.6)
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
    y = Math.expm1(a * y * y)
  } else {
    const head = 1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3)
    y = ((head + 0.5 / (n + 4)) * y - 1) * ((n + 1) / (n + 2)) + 1 / y
  }
  return Math.sqrt(n * y)
}
