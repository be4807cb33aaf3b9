// SPDX-License-Identifier: Apache-2.0

/**
 * A family of features: says its names once, and writes its values for a series, an origin and a step in the same
 * order. What is not known is NaN.
 */
export type FeatureFamily = {
  readonly names: readonly string[]
  /**
   * @param i      Number of the series.
   * @param origin Panel period from which one looks ahead; nothing at or after it may be read, but what is known ahead.
   * @param step   0 for the first period ahead.
   * @param level  The level of the series at the origin, above 0.
   * @param row    Where to write, from `at` on.
   */
  write(i: number, origin: number, step: number, level: number, row: Float64Array, at: number): void
}

/** Several families as one. */
export function together(families: readonly FeatureFamily[]): FeatureFamily {
  return {
    names: families.flatMap((family) => family.names),
    write(i, origin, step, level, row, at) {
      let next = at
      for (const family of families) {
        family.write(i, origin, step, level, row, next)
        next += family.names.length
      }
    },
  }
}

/** a / b, or "not known" where that says nothing. */
export function ratio(a: number, b: number): number {
  return b > 0 ? a / b : Number.NaN
}
