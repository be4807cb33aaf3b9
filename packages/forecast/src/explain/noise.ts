// SPDX-License-Identifier: Apache-2.0
import { median, medianAbsoluteDeviation } from '@resham/stats'

/** Values averaged before neighbours are compared, to see noise that hangs together over a few periods. */
const BLOCK = 4
/** Blocks below which their differences say nothing. */
const FEWEST_BLOCKS = 6

/**
 * Standard deviation of the noise, as it matters for means over a stretch: from differences of neighbours, and of
 * neighbouring blocks, whichever is larger. Differences do not see steps (too few of them) or slopes (all alike, taken out
 * by the median).
 *
 * @param y At least 3 values.
 * @source Hall, Kay and Titterington, Biometrika 77, 1990, for differences; blocks: the batch-means estimate of the
 *         long-run variance.
 */
export function noiseOf(y: Float64Array): number {
  const single = medianAbsoluteDeviation(differences(y)) / Math.SQRT2
  const count = Math.floor(y.length / BLOCK)
  if (count < FEWEST_BLOCKS) return single
  const blocks = Float64Array.from({ length: count }, (_, i) => {
    let total = 0
    for (let j = 0; j < BLOCK; j++) total += (y[y.length - (count - i) * BLOCK + j] as number) / BLOCK
    return total
  })
  return Math.max(single, (medianAbsoluteDeviation(differences(blocks)) / Math.SQRT2) * Math.sqrt(BLOCK))
}

function differences(y: Float64Array): Float64Array {
  return y.subarray(1).map((value, t) => value - (y[t] as number))
}

/** How far from the values around it a value may lie, in robust standard deviations, before it is drawn in. */
const CLIP = 3

/**
 * Draws values far from the median of those around them in to the edge of the usual, so that one wild value does not
 * look like a change of course. Spells shorter than `reach` are drawn in too; a step stays a step.
 *
 * @source Hampel's filter; Davies and Gather, "The identification of multiple outliers", JASA 88, 1993.
 */
export function drawnIn(y: Float64Array, reach: number): Float64Array {
  const n = y.length
  const middles = y.map((_, t) => median(y.subarray(Math.max(0, t - reach), Math.min(n, t + reach + 1))))
  const far = y.map((value, t) => value - (middles[t] as number))
  const usual = medianAbsoluteDeviation(far)
  return y.map((value, t) => {
    const middle = middles[t] as number
    return Math.max(middle - CLIP * usual, Math.min(middle + CLIP * usual, value))
  })
}
