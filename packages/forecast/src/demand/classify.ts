// SPDX-License-Identifier: Apache-2.0
import type { DemandClass } from '../types.ts'

/** Average gap between demands, in periods, from which demand is seldom rather than regular. */
const SELDOM_GAP = 1.32
/** Squared coefficient of variation of the sizes from which they are uneven. */
const UNEVEN_SIZES = 0.49

/**
 * How demand behaves: regular or seldom (average gap), steady or uneven (squared coefficient of variation of the
 * sizes that are not zero, variance with divisor n - 1).
 *
 * @param y Values per period, [t], finite. Periods that are not known must be left out first.
 * @returns `smooth` regular and steady, `erratic` regular and uneven, `intermittent` seldom and steady, `lumpy` seldom
 *          and uneven, `none` when every value is zero.
 * @source Syntetos, Boylan and Croston, "On the categorization of demand patterns", JORS 56, 2005: 1.32 and 0.49.
 * @example classifyDemand([0, 0, 5, 0, 0, 5]) // 'intermittent'
 */
export function classifyDemand(y: ArrayLike<number>): DemandClass {
  let demands = 0
  let total = 0
  for (let t = 0; t < y.length; t++) {
    if (y[t] === 0) continue
    demands += 1
    total += y[t] as number
  }
  if (demands === 0) return 'none'
  const mean = total / demands
  let squares = 0
  for (let t = 0; t < y.length; t++) if (y[t] !== 0) squares += ((y[t] as number) / mean - 1) ** 2
  const seldom = y.length / demands >= SELDOM_GAP
  const uneven = demands > 1 && !(squares / (demands - 1) < UNEVEN_SIZES)
  if (seldom) return uneven ? 'lumpy' : 'intermittent'
  return uneven ? 'erratic' : 'smooth'
}
