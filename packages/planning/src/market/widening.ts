// SPDX-License-Identifier: Apache-2.0
import type { Expected, Foretold } from './foretold.ts'

/** What the distance of the bands' ends from the mean is multiplied by, above and below, in logarithms. */
export type Widening = { readonly up: number; readonly down: number }

/** How often each end of the band of 80 % should be passed. */
const PASSED = 0.1
/**
 * How much one origin's surprise moves an end, in logarithms. Chosen among 0, 0.2, 0.5, 1 and 2 by the origins before
 * 2018 of the public prices: with it the shares of values above and below came nearest to one in ten each
 * (docs/evidence/market).
 */
const LEARNS = 0.5
/** An end is drawn in to two thirds at most, and moved out to 3.3 times. */
const LEAST = -0.4
const MOST = 1.2
/** Origins below which nothing can be learnt: of a series of years there are two or three, of the same few years. */
const FEWEST = 8

/**
 * Learns from what came how far out the bands must reach: when values lately passed the upper end more often than one
 * in ten, as prices do while a currency falls, it is moved out for the next, and moved back when they stay below it.
 * Each side by itself.
 *
 * @param foretold Oldest first.
 * @returns For each origin what was known of it then, and last what is known now: [foretold.length + 1].
 * @source Angelopoulos, Candès and Tibshirani, "Conformal PID control for time series prediction", NeurIPS 2023,
 *         section 2.1 (quantile tracking), on the logarithm of the distance; Gibbs and Candès, "Adaptive conformal
 *         inference under distribution shift", NeurIPS 2021.
 */
export function learnWidening(foretold: readonly Foretold[]): Widening[] {
  const known: Widening[] = []
  let now: Widening = { up: 0, down: 0 }
  let heard = 0
  const hear = (until: number) => {
    for (let one = foretold[heard]; one && endOf(one) <= until; heard++, one = foretold[heard]) {
      const { up, down } = shareOutside(one, known[heard] as Widening)
      now = { up: learnt(now.up, up), down: learnt(now.down, down) }
    }
  }
  for (const { origin } of foretold) {
    hear(origin)
    known.push(now)
  }
  hear(Number.POSITIVE_INFINITY)
  known.push(now)
  return foretold.length < FEWEST ? known.map(() => ({ up: 0, down: 0 })) : known
}

/**
 * Bands with their ends moved.
 *
 * @param floored Whether values below zero cannot be.
 */
export function widened<T extends Expected>(expected: T, { up, down }: Widening, floored: boolean): T {
  const { mean, lo80, hi80, lo95, hi95 } = expected
  const low = (end: number) =>
    Math.max(floored ? Math.min(0, end) : Number.NEGATIVE_INFINITY, mean - (mean - end) * Math.exp(down))
  const high = (end: number) => mean + (end - mean) * Math.exp(up)
  return { ...expected, lo80: low(lo80), hi80: high(hi80), lo95: low(lo95), hi95: high(hi95) }
}

function learnt(end: number, outside: number): number {
  return Math.max(LEAST, Math.min(MOST, end + LEARNS * (outside - PASSED)))
}

/** Periods that must be known before an origin can be judged. */
function endOf({ origin, steps }: Foretold): number {
  return origin + (steps.at(-1)?.step ?? 0)
}

function shareOutside({ steps }: Foretold, widening: Widening): { up: number; down: number } {
  if (steps.length === 0) return { up: PASSED, down: PASSED }
  let up = 0
  let down = 0
  for (const step of steps) {
    const { lo80, hi80 } = widened(step, widening, false)
    if (step.actual > hi80) up += 1 / steps.length
    if (step.actual < lo80) down += 1 / steps.length
  }
  return { up, down }
}
