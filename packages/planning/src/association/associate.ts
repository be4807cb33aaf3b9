// SPDX-License-Identifier: Apache-2.0
import { AppError, declined } from '@resham/base'
import { normalCdf } from '@resham/stats'
import type { Association, MonthlySeries, MoveResult } from './types.ts'
import { monthOf, SEASON_FROM, type Unforeseen, unforeseen, usedUp } from './unforeseen.ts'

/** Months by which the market may go before the sales. */
export const LAGS = 6
/** Months seen together without which nothing is said. */
export const LEAST_MONTHS = 18
const LIKELY = 0.05
const MAYBE = 0.3

/**
 * Whether sales follow a market series, and by how many months.
 *
 * What is unforeseen in both is correlated at lags of 0 to 6 months; the strongest is reported with the chance that
 * one as strong comes by luck, corrected for every lag and for every pair that the person is shown.
 *
 * @param tried Pairs that are looked at together, this one included, at least 1.
 * @returns     `declined` with `history-too-short` (months needed and got, of both together or, to take a season out, of one) or `nothing-moves` where one side is flat.
 * @throws      planning.association-invalid for values that are not finite, days that do not ascend, or tried < 1
 * @source      Effective number of pairs: Pyper and Peterman, "Comparison of methods to account for autocorrelation in
 *              correlation analyses of fish data", 1998, equation 1. Chance: Fisher's z. Correction: Šidák, 1967.
 */
export function associate(sales: MonthlySeries, market: MonthlySeries, tried = 1): MoveResult {
  check(sales, market, tried)
  const [ours, theirs] = [unforeseen(sales), unforeseen(market)]
  const together = pairsAt(ours, theirs, 0).length
  if (together < LEAST_MONTHS) {
    // Two months go into changes and into what one foretells of the next.
    return declined('history-too-short', { needed: LEAST_MONTHS + 2, got: commonMonths(sales, market) })
  }
  const longer = Math.max(sales.days.length, market.days.length)
  if (longer <= SEASON_FROM) {
    // Two series whose season cannot be taken out seem to move together whenever they share one: three times in ten.
    return declined('history-too-short', { needed: SEASON_FROM + 1, got: longer })
  }
  if (isFlat(ours) || isFlat(theirs)) return declined('nothing-moves')
  const lost = usedUp(longer > SEASON_FROM)
  const found = Array.from({ length: LAGS + 1 }, (_, lag) => atLag(ours, theirs, lag, lost)).filter(
    (one) => one.months >= LEAST_MONTHS,
  )
  const best = found.reduce((a, b) => (b.chance < a.chance ? b : a))
  const chanceOfAny = 1 - (1 - best.chance) ** (found.length * tried)
  const verdict = chanceOfAny < LIKELY ? 'likely' : chanceOfAny < MAYBE ? 'maybe' : 'chance'
  return { kind: 'association', ...best, chanceOfAny, verdict }
}

function check(sales: MonthlySeries, market: MonthlySeries, tried: number): void {
  for (const { days, values } of [sales, market]) {
    const isSound =
      days.length === values.length &&
      values.every(Number.isFinite) &&
      days.every((day, i) => i === 0 || day > (days[i - 1] as number))
    if (!isSound) throw new AppError('planning.association-invalid', { length: days.length })
  }
  if (!(tried >= 1)) throw new AppError('planning.association-invalid', { tried })
}

function commonMonths(a: MonthlySeries, b: MonthlySeries): number {
  const months = new Set(a.days.map(monthOf))
  return b.days.filter((day) => months.has(monthOf(day))).length
}

function isFlat(values: Unforeseen): boolean {
  const size = Math.max(...[...values.values()].map(Math.abs))
  return !(size > 1e-9)
}

type Pair = { readonly month: number; readonly sales: number; readonly market: number }

function pairsAt(ours: Unforeseen, theirs: Unforeseen, lag: number): Pair[] {
  return [...ours].flatMap(([month, sales]) => {
    const market = theirs.get(month - lag)
    return market === undefined ? [] : [{ month, sales, market }]
  })
}

type AtLag = Omit<Association, 'kind' | 'chanceOfAny' | 'verdict'>

function atLag(ours: Unforeseen, theirs: Unforeseen, lag: number, lost: number): AtLag {
  const pairs = pairsAt(ours, theirs, lag)
  const a = standard(pairs.map(({ sales }) => sales))
  const b = standard(pairs.map(({ market }) => market))
  const n = pairs.length
  const correlation = Math.max(
    -0.9999,
    Math.min(0.9999, a.reduce((sum, one, i) => sum + one * (b[i] as number), 0) / n),
  )
  const effectiveMonths = effective(a, b, lost)
  const z = Math.atanh(correlation) * Math.sqrt(Math.max(1, effectiveMonths - 3))
  const chance = Math.max(Number.MIN_VALUE, 2 * (1 - normalCdf(Math.abs(z))))
  return {
    lag,
    correlation,
    months: n,
    effectiveMonths,
    chance: Math.min(1, chance),
    pairs: pairs.map(({ month }, i) => ({ day: firstDayOf(month), sales: a[i] as number, market: b[i] as number })),
  }
}

/** Values less their mean, over their standard deviation (divisor n); all 0 where there is none. */
function standard(values: readonly number[]): number[] {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length)
  return values.map((value) => (spread > 1e-12 ? (value - centre) / spread : 0))
}

/** For how many independent pairs they count, at least 4 and at most as many as there are less what was used up. */
function effective(a: readonly number[], b: readonly number[], lost: number): number {
  const n = a.length
  const memory = (values: readonly number[], j: number) => {
    let sum = 0
    for (let i = 0; i + j < n; i++) sum += (values[i] as number) * (values[i + j] as number)
    return sum / n
  }
  let sum = 0
  for (let j = 1; j <= Math.floor(n / 5); j++) sum += ((n - j) / n) * memory(a, j) * memory(b, j)
  const inverse = 1 / n + (2 / n) * sum
  const independent = Math.min(n, inverse > 0 ? 1 / inverse : n)
  return Math.max(4, independent * (1 - lost / n))
}

function firstDayOf(month: number): number {
  return Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000)
}
