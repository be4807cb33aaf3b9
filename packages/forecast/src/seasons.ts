// SPDX-License-Identifier: Apache-2.0
import type { FitContext } from './types.ts'

/**
 * The season lengths that a series can show: those asked for that it holds at least twice, ascending, none of one
 * period.
 *
 * @param seasonLength The one season where there are not several.
 * @param n            Length of the series.
 */
export function seasonsShown(seasonLength: number, context: FitContext | undefined, n: number): number[] {
  const asked = context?.seasons ?? [seasonLength]
  return asked.filter((season) => season > 1 && 2 * season <= n)
}
