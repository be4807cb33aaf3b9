// SPDX-License-Identifier: Apache-2.0
import { forecast } from '@resham/forecast'
import { AHEAD, type Regular, SEASON } from './regular.ts'
import type { MarketFrequency } from './types.ts'

/** What was expected of one period, with its bands. */
export type Expected = {
  readonly mean: number
  readonly lo80: number
  readonly hi80: number
  readonly lo95: number
  readonly hi95: number
}

/** What would have been expected from one origin in the past, beside what came. */
export type Foretold = {
  /** Periods that were known then; what is foretold begins with the next. */
  readonly origin: number
  /** Last value known then. */
  readonly last: number
  /** Periods ahead whose value has come, nearest first. */
  readonly steps: readonly (Expected & { readonly step: number; readonly actual: number })[]
}

/** Origins at most, and how much must lie before the first. */
const ORIGINS = 24
const FEWEST_BEFORE = 18
/** Periods ahead that each origin is judged by, at most: further off they would all be of the same few months. */
const JUDGED_AHEAD = 6

/**
 * Forecasts the past from the further past, as it would have been done then: from origins half as far apart as each
 * looks ahead, the newest so that all it looks at has come.
 *
 * @returns Oldest first; empty where there is too little past.
 * @source Tashman, "Out-of-sample tests of forecasting accuracy", IJF 16, 2000.
 */
export function foretell(regular: Regular, frequency: MarketFrequency, seed: number): Foretold[] {
  const { y, unknown } = regular
  const missing = new Set(unknown)
  const h = Math.min(JUDGED_AHEAD, AHEAD[frequency])
  const apart = Math.max(1, Math.floor(h / 2))
  const found: Foretold[] = []
  for (let k = 0; k < ORIGINS; k++) {
    const origin = y.length - h - k * apart
    if (origin < FEWEST_BEFORE) break
    const past = y.slice(0, origin)
    const said = expectedAfter(past, { frequency, h, seed, unknown: unknown.filter((i) => i < origin) })
    if ('kind' in said) continue
    const steps = said.steps.flatMap((expected, i) =>
      missing.has(origin + i) ? [] : [{ ...expected, step: i + 1, actual: y[origin + i] as number }],
    )
    found.push({ origin, last: lastKnown(past, missing), steps })
  }
  return found.reverse()
}

/** What the engine expects after a history, or its refusal. */
export function expectedAfter(
  y: readonly number[],
  asked: {
    readonly frequency: MarketFrequency
    readonly h: number
    readonly seed: number
    readonly unknown: readonly number[]
  },
) {
  const { frequency, h, seed, unknown } = asked
  // A season that has been seen twice; else none.
  const seasonLength = y.length >= 2 * SEASON[frequency] ? SEASON[frequency] : 1
  const result = forecast(y, { h, seasonLength, level: [80, 95], seed, unknown })
  if (result.kind === 'declined') return result
  const { mean, lo, hi, model } = result
  const at = (edges: readonly number[] | undefined, k: number) => (edges?.[k] ?? mean[k]) as number
  const steps = mean.map((value, k): Expected => {
    return { mean: value, lo80: at(lo['80'], k), hi80: at(hi['80'], k), lo95: at(lo['95'], k), hi95: at(hi['95'], k) }
  })
  return { model, steps }
}

function lastKnown(past: readonly number[], missing: ReadonlySet<number>): number {
  for (let i = past.length - 1; i >= 0; i--) if (!missing.has(i)) return past[i] as number
  return 0
}
