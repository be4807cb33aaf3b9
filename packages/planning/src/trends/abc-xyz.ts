// SPDX-License-Identifier: Apache-2.0
import { mean, standardDeviation } from '@resham/stats'
import type { AbcClass, XyzClass } from '../types.ts'

/** Shares of all value up to which a thing belongs to A, and to A or B. */
const ABC_SHARES = { A: 0.8, B: 0.95 } as const
/** Coefficient of variation of a week's pieces up to which a thing belongs to X, and to X or Y. */
const XYZ_VARIATION = { X: 0.5, Y: 1 } as const
/** Weeks below which variability is not judged. */
const FEWEST_WEEKS = 8

/**
 * Classes by value: the largest that together make 80 % of all value are A, those up to 95 % are B, the rest C.
 *
 * The one that crosses a share still belongs to the class it completes, so that there is always an A. What brought
 * nothing has no class. Equal values keep the order given.
 *
 * @source Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., 2017, section 2.5
 *         (distribution by value).
 */
export function abcClasses(values: readonly number[]): (AbcClass | null)[] {
  const order = values.map((_, i) => i).filter((i) => (values[i] as number) > 0)
  order.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b)
  const total = order.reduce((sum, i) => sum + (values[i] as number), 0)
  const classes = new Array<AbcClass | null>(values.length).fill(null)
  let before = 0
  for (const i of order) {
    // A hair under the share is noise of floating sums, not a reason for one more member.
    const share = before / total + 1e-12
    classes[i] = share < ABC_SHARES.A ? 'A' : share < ABC_SHARES.B ? 'B' : 'C'
    before += values[i] as number
  }
  return classes
}

/** Class by variability of the pieces a week; null under eight weeks or where nothing was sold on balance. */
export function xyzClass(weeks: readonly number[]): XyzClass | null {
  if (weeks.length < FEWEST_WEEKS) return null
  const level = mean(weeks)
  if (!(level > 0)) return null
  const variation = standardDeviation(weeks) / level
  return variation <= XYZ_VARIATION.X ? 'X' : variation <= XYZ_VARIATION.Y ? 'Y' : 'Z'
}
