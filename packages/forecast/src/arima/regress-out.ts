// SPDX-License-Identifier: Apache-2.0
import { solvePositive } from '@resham/stats'

/**
 * Takes out of a series what the columns explain of it, by least squares.
 *
 * @param out     [n]; overwritten with the rest. @param columns [k][n], not collinear.
 * @param beta    [k]; overwritten with the coefficients, 0 where the columns are collinear to working precision.
 * @returns       The sum of squares of the rest.
 */
export function regressOut(out: Float64Array, columns: readonly Float64Array[], beta: Float64Array): number {
  const found = columns.length === 1 ? single(out, columns[0] as Float64Array) : several(out, columns)
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c] as Float64Array
    const by = found[c] as number
    beta[c] = by
    if (by !== 0) for (let t = 0; t < out.length; t++) out[t] = (out[t] as number) - by * (column[t] as number)
  }
  return dot(out, out)
}

function single(out: Float64Array, column: Float64Array): readonly number[] {
  const size = dot(column, column)
  return [size > 0 ? dot(column, out) / size : 0]
}

function several(out: Float64Array, columns: readonly Float64Array[]): readonly number[] {
  const gram = columns.map((a) => columns.map((b) => dot(a, b)))
  return (
    solvePositive(
      gram,
      columns.map((column) => dot(column, out)),
    ) ?? columns.map(() => 0)
  )
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let t = 0; t < a.length; t++) total += (a[t] as number) * (b[t] as number)
  return total
}
