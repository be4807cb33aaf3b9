// SPDX-License-Identifier: Apache-2.0
import { median, medianAbsoluteDeviation } from '@resham/stats'

/** How far a value is from what is usual: `times` the usual. */
export type Far = { readonly usual: number; readonly times: number }
export type Usual = { readonly middle: number; farFrom(value: number): Far | undefined }

/** Fewer values than this say nothing of what is usual. */
const leastValues = 3
/** From this many on their own spread decides; before, only what is far beyond doubt is told. */
const manyValues = 8
const factorOfFew = 4
/** Nothing nearer than this factor is doubted, however steady the values are. */
const leastFactor = 2
/** Spreads of a normal law from the middle: beyond six even lumpy sales seldom fall. */
const spreads = 6

/**
 * What is usual, from the middle and spread of the logarithms: a shop's prices and quantities vary by shares, and one
 * slip of before does not move the median.
 *
 * @param values Above zero; others are left out. Oldest first.
 * @source Spread: median absolute deviation times 1.4826, consistent for a normal law; Rousseeuw and Croux, 1993.
 */
export function usualOf(values: readonly number[]): Usual | undefined {
  const logs = values.filter((value) => Number.isFinite(value) && value > 0).map(Math.log)
  if (logs.length < leastValues) return undefined
  const middle = median(logs)
  const spread = medianAbsoluteDeviation(logs)
  const limit = logs.length < manyValues ? Math.log(factorOfFew) : Math.log(leastFactor)
  const bound = Math.max(limit, spreads * spread)
  const usual = Number(Math.exp(middle).toPrecision(12))
  return {
    middle: usual,
    farFrom(value) {
      const off = Math.log(value) - middle
      return Math.abs(off) > bound ? { usual, times: Number(Math.exp(off).toPrecision(4)) } : undefined
    },
  }
}
