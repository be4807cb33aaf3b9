// SPDX-License-Identifier: Apache-2.0
import { quantileOfSorted } from '@resham/stats'
import type { ErrorSpread } from '../types.ts'

/** Errors made on the past, and what is known of them. */
export type PastErrors = {
  /** Actual less forecast, one a pair of origin and step, origin by origin. */
  readonly errors: Float64Array
  /** What was forecast, likewise. */
  readonly said: Float64Array
  /** Steps ahead, at least 1. */
  readonly steps: Int32Array
  /** Distinct periods that the errors fall on: folds overlap, so there are fewer of these than errors. */
  readonly periods: number
  /** How much larger the errors probably are than they look: at least 1; see choice.ts. */
  readonly optimism: number
}

/** How the model and the calendar scale errors ahead. */
export type Ahead = {
  /** Expected ordinary value per period ahead, [h]. */
  readonly ordinary: Float64Array
  /** Multiple that events make of it, [h]. */
  readonly factors: Float64Array
  /** Standard deviation that the model itself claims, [h]; undefined where it claims none. */
  readonly claimed: Float64Array | undefined
}

const GROWTHS = [0, 0.125, 0.25, 0.375, 0.5, 0.75, 1]
/** Errors of something that wanders grow as the root of the steps; those of a rate that stays put hardly grow. */
const USUAL_GROWTH = { steady: 0.5, uneven: 0.1 }
/** How strongly the usual growth is believed, in log-likelihood per squared unit of the exponent. */
const BELIEF = 8
/** Errors grow with the level of the series as its root: half-way between not at all and in proportion. */
const LEVEL_POWER = 0.5
/** Below this share of the usual level errors shrink no further. */
const LEAST_LEVEL = 0.1
/** Folds overlap: so many periods of errors count as one per furthest step raised to this. */
const OVERLAP = { steady: 0.25, uneven: 0.5 }
/** Independent periods that the spread claimed by the model itself is worth. */
const CLAIM_WORTH = 2
/** A longer list of errors is kept as this many evenly spread quantiles. */
const MOST_KEPT = 199

/**
 * Learns how large errors are, how they grow with the steps ahead and with the level.
 *
 * Growth with the steps is step^growth, the growth of greatest Laplace likelihood out of a few from 0 (as hard next week
 * as in ten) to 1, drawn towards what is usual. Errors of a series that is never negative are divided by the root of its
 * level when they were made, and multiplied by it ahead. For uneven demand the first part of the history, from which the
 * model was fitted, is looked at too, as deviations from its mean: a single large order there is a warning that a short
 * backtest has not seen. Where the model claims a standard deviation of its own it is heard, the less the longer the
 * backtest.
 *
 * @param early  Values before the first origin; only those known.
 * @param floored Whether the series cannot be negative.
 * @source Constants set on the M3 series and the real ledger, each without its hold-out: docs/evidence/forecast-intervals.
 */
export function spreadOf(
  past: PastErrors,
  early: Float64Array,
  ahead: Ahead,
  kind: { readonly steady: boolean; readonly floored: boolean },
): ErrorSpread {
  const { steps, optimism } = past
  const usualLevel = meanOf(past.said.map(Math.abs))
  const atLevel = (value: number): number =>
    kind.floored && usualLevel > 0 ? Math.max(LEAST_LEVEL, Math.abs(value) / usualLevel) ** LEVEL_POWER : 1
  const furthest = steps.reduce((a, b) => Math.max(a, b), 1)
  const flat = past.errors.map((error, i) => (optimism * error) / atLevel(past.said[i] as number))
  const growth = growthOf(flat, steps, furthest, kind.steady)
  const brought = flat.map((error, i) => error / (steps[i] as number) ** growth)
  const usual = meanOf(early)
  const before = kind.steady ? new Float64Array(0) : early.map((value) => (value - usual) / atLevel(usual))
  const worth = Math.max(
    1,
    (past.periods + before.length) / furthest ** (kind.steady ? OVERLAP.steady : OVERLAP.uneven),
  )
  const sorted = sortedErrors(brought, before, past.periods, kind.steady)
  const size = meanOf(sorted.map(Math.abs))
  return {
    steady: kind.steady,
    worth,
    size,
    errors: Array.from(sorted),
    scale: scaleAhead(ahead, { growth, atLevel, size, worth }),
    floor: kind.floored ? 0 : null,
    rows: rowsOf(brought, before, steps, furthest),
  }
}

/** All errors, ascending: with their mirror where they are as likely above as below, with the early deviations if any. */
function sortedErrors(brought: Float64Array, before: Float64Array, periods: number, steady: boolean): Float64Array {
  // Folds overlap, so each period stands among the errors several times: so often must an early one stand there too.
  const times = Math.max(1, Math.round(brought.length / Math.max(1, periods)))
  const extra = steady ? brought.map((error) => -error) : before
  const repeats = steady ? 1 : times
  const all = new Float64Array(brought.length + repeats * extra.length)
  all.set(brought)
  for (let i = 0; i < repeats; i++) all.set(extra, brought.length + i * extra.length)
  all.sort()
  if (all.length <= MOST_KEPT) return all
  return Float64Array.from({ length: MOST_KEPT }, (_, i) => quantileOfSorted(all, i / (MOST_KEPT - 1)))
}

function growthOf(errors: Float64Array, steps: Int32Array, furthest: number, steady: boolean): number {
  const usual = steady ? USUAL_GROWTH.steady : USUAL_GROWTH.uneven
  let logs = 0
  for (const step of steps) logs += Math.log(step)
  let growth = usual
  let best = Number.POSITIVE_INFINITY
  for (const power of GROWTHS) {
    const grown = Float64Array.from({ length: furthest + 1 }, (_, step) => step ** power)
    let size = 0
    for (let i = 0; i < errors.length; i++) {
      size += Math.abs(errors[i] as number) / (grown[steps[i] as number] as number)
    }
    const fit = errors.length * Math.log(size / errors.length + 1e-300) + power * logs
    const cost = fit / furthest + BELIEF * (power - usual) ** 2
    if (cost < best) {
      best = cost
      growth = power
    }
  }
  return growth
}

/** What an error of one step is multiplied by in each period ahead. */
function scaleAhead(
  { ordinary, factors, claimed }: Ahead,
  learnt: {
    readonly growth: number
    readonly atLevel: (value: number) => number
    readonly size: number
    readonly worth: number
  },
): number[] {
  const say = CLAIM_WORTH / (CLAIM_WORTH + learnt.worth)
  return Array.from(ordinary, (value, k) => {
    const own = (k + 1) ** learnt.growth * learnt.atLevel(value)
    const claim = claimed?.[k] ?? 0
    // Mean absolute errors of a normal are 0.8 of its standard deviation.
    const ratio =
      claim > 0 && claim < Number.POSITIVE_INFINITY && learnt.size > 0 ? claim / (1.2533 * learnt.size * own) : 1
    return own * ratio ** say * (factors[k] as number)
  })
}

/** Errors that followed each other, a row a fold, and the early deviations in rows as long. */
function rowsOf(brought: Float64Array, before: Float64Array, steps: Int32Array, furthest: number): number[][] {
  const rows: number[][] = []
  for (let i = 0; i < brought.length; i++) {
    if (i === 0 || (steps[i] as number) <= (steps[i - 1] as number)) rows.push([])
    rows[rows.length - 1]?.push(brought[i] as number)
  }
  for (let i = 0; i + furthest <= before.length; i += furthest) {
    rows.push(Array.from(before.subarray(i, i + furthest)))
  }
  return rows
}

function meanOf(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value / values.length
  return total
}
