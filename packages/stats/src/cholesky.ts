// SPDX-License-Identifier: Apache-2.0

/** A factored positive definite matrix, ready to solve with. */
export type Cholesky = {
  /** x of A x = b, [n]. */
  solve(b: Float64Array): Float64Array
}

/**
 * Factors a symmetric positive definite matrix once, to solve with it many times.
 *
 * @param a Row by row, [n * n]; only the lower half is read. Not changed.
 * @returns undefined when A is not positive definite to working precision.
 * @source Golub and Van Loan, Matrix Computations, 4th ed., algorithm 4.2.1.
 */
export function cholesky(a: Float64Array, n: number): Cholesky | undefined {
  const lower = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i * n + j] as number
      for (let c = 0; c < j; c++) rest -= (lower[i * n + c] as number) * (lower[j * n + c] as number)
      if (j < i) {
        lower[i * n + j] = rest / (lower[j * n + j] as number)
      } else {
        if (!(rest > 1e-13 * Math.abs(a[i * n + i] as number))) return undefined
        lower[i * n + i] = Math.sqrt(rest)
      }
    }
  }
  return { solve: (b) => solveWith(lower, n, b) }
}

function solveWith(lower: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = b.slice()
  for (let i = 0; i < n; i++) {
    let rest = x[i] as number
    for (let c = 0; c < i; c++) rest -= (lower[i * n + c] as number) * (x[c] as number)
    x[i] = rest / (lower[i * n + i] as number)
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i] as number
    for (let c = i + 1; c < n; c++) rest -= (lower[c * n + i] as number) * (x[c] as number)
    x[i] = rest / (lower[i * n + i] as number)
  }
  return x
}
