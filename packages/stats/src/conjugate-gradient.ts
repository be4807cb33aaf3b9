// SPDX-License-Identifier: Apache-2.0

/**
 * Solves A x = b for a symmetric positive definite A of which only the product with a vector is known.
 *
 * Use it where A is large and its product is cheap; for small matrices `cholesky` is quicker and surer.
 *
 * @param times     A v, [n] to [n]; must not keep or change its argument.
 * @param tolerance Stops when the rest is this share of b, by the root of its squares.
 * @returns The best x found within 10 n steps; exact to rounding for a well-conditioned A.
 * @source Hestenes and Stiefel, 1952; Golub and Van Loan, Matrix Computations, 4th ed., algorithm 11.3.3.
 */
export function conjugateGradient(
  times: (v: Float64Array) => Float64Array,
  b: Float64Array,
  tolerance = 1e-12,
): Float64Array {
  const x = new Float64Array(b.length)
  const rest = b.slice()
  let direction = b.slice()
  let squares = dot(rest, rest)
  const enough = tolerance * tolerance * squares
  for (let step = 0; step < 10 * b.length && squares > enough; step++) {
    const product = times(direction)
    const curve = dot(direction, product)
    if (!(curve > 0)) break
    const length = squares / curve
    for (let i = 0; i < x.length; i++) {
      x[i] = (x[i] as number) + length * (direction[i] as number)
      rest[i] = (rest[i] as number) - length * (product[i] as number)
    }
    const next = dot(rest, rest)
    const turn = next / squares
    direction = direction.map((value, i) => (rest[i] as number) + turn * value)
    squares = next
  }
  return x
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number)
  return total
}
