// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/** A straight line: the value at 0 and the rise per step. */
export type Line = { readonly intercept: number; readonly slope: number }

/**
 * Least-squares line through values at the times 0, 1, 2, ...
 *
 * @param y At least one finite value; a single value gives a flat line.
 * @returns Intercept at time 0 and slope per step.
 * @example lineThrough([1, 3, 5]) // { intercept: 1, slope: 2 }
 */
export function lineThrough(y: ArrayLike<number>): Line {
  const n = y.length
  if (n === 0) throw new AppError('stats.regression-of-nothing')
  const centre = (n - 1) / 2
  let total = 0
  let products = 0
  for (let t = 0; t < n; t++) {
    total += y[t] as number
    products += (t - centre) * (y[t] as number)
  }
  const slope = n < 2 ? 0 : products / ((n * (n * n - 1)) / 12)
  return { intercept: total / n - slope * centre, slope }
}

/**
 * Solves A x = b for a small symmetric positive definite A, by Cholesky's factorisation.
 *
 * @param a Rows of the full matrix, shape [k][k].
 * @param b Shape [k].
 * @returns x, shape [k]; undefined when A is not positive definite to working precision.
 * @source Golub and Van Loan, Matrix Computations, 4th ed., algorithm 4.2.1.
 */
export function solvePositive(a: readonly (readonly number[])[], b: readonly number[]): number[] | undefined {
  const k = b.length
  const lower: number[][] = []
  for (let i = 0; i < k; i++) {
    const row: number[] = []
    for (let j = 0; j <= i; j++) {
      let rest = a[i]?.[j] as number
      for (let c = 0; c < j; c++) rest -= (row[c] as number) * ((j === i ? row : lower[j])?.[c] as number)
      if (j < i) {
        row.push(rest / (lower[j]?.[j] as number))
      } else {
        if (!(rest > 1e-12 * Math.abs(a[i]?.[i] as number))) return undefined
        row.push(Math.sqrt(rest))
      }
    }
    lower.push(row)
  }
  const x = [...b]
  for (let i = 0; i < k; i++) {
    let rest = x[i] as number
    for (let c = 0; c < i; c++) rest -= (lower[i]?.[c] as number) * (x[c] as number)
    x[i] = rest / (lower[i]?.[i] as number)
  }
  for (let i = k - 1; i >= 0; i--) {
    let rest = x[i] as number
    for (let c = i + 1; c < k; c++) rest -= (lower[c]?.[i] as number) * (x[c] as number)
    x[i] = rest / (lower[i]?.[i] as number)
  }
  return x
}

/**
 * Least squares for a few columns, by the normal equations, with an optional ridge.
 *
 * @param columns Each of the same length as y. Few (under about ten) and not nearly collinear: the normal equations
 *                square the condition number.
 * @param y       Finite values.
 * @param ridge   Added to the diagonal, 0 or more; shrinks coefficients towards 0.
 * @returns One coefficient a column; undefined when the columns are collinear to working precision.
 */
export function leastSquares(
  columns: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  ridge = 0,
): number[] | undefined {
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
    let total = 0
    for (let t = 0; t < y.length; t++) total += (a[t] as number) * (b[t] as number)
    return total
  }
  const gram = columns.map((a, i) => columns.map((b, j) => dot(a, b) + (i === j ? ridge : 0)))
  return solvePositive(
    gram,
    columns.map((column) => dot(column, y)),
  )
}
