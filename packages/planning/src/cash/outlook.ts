// SPDX-License-Identifier: Apache-2.0
import { AppError, type Declined, declined } from '@resham/base'
import { quantileOfSorted } from '@resham/stats'
import { VERSION } from '../version.ts'
import { type DelayCurve, learnDelays, typicalDelay } from './delays.ts'
import { balancesOf, drawPaths, meanOfWeek, ofWeek, type Paths, weeksAhead } from './paths.ts'
import { findRemedies } from './remedies.ts'
import type { CashGap, CashInput, CashOutlook, CashWeek } from './types.ts'

/** From this chance on a week is a gap. */
const warnFrom = 0.1
const mostPapers = 20_000

/**
 * Expected money by week, twelve weeks ahead: invoices by the habits of their payers, bills and purchases on their day,
 * takings by their forecast, each with its own chances. Says in which week it may not be enough, and what would close it.
 *
 * Wages, rent and taxes are not in it unless they are bills.
 *
 * @returns Declined (`nothing-known`) when there is neither a paper nor a forecast.
 * @throws planning.cash-invalid for an amount or day that is not finite, or amounts below zero
 */
export function cashOutlook(input: CashInput): CashOutlook | Declined {
  check(input)
  if (input.receivables.length + input.payables.length === 0 && input.takings === null) return declined('nothing-known')
  const curveOf = learnDelays(input.history)
  const paths = drawPaths(input, curveOf)
  const balances = balancesOf(paths, input.openingMinor)
  const weeks = Array.from({ length: weeksAhead }, (_, week) => weekOf(input, paths, balances, week))
  return {
    kind: 'cash',
    weeks,
    gap: gapIn(input, weeks, paths, curveOf),
    habits: habitsOf(input, curveOf),
    learntFrom: input.history.filter(({ open }) => !open).length,
    engine: 'cash',
    version: VERSION,
    seed: input.seed,
  }
}

function weekOf(input: CashInput, paths: Paths, balances: Float64Array, week: number): CashWeek {
  const { count } = paths
  const { end, lowest } = ofWeek(balances, count, week)
  const [ends, lows] = [sorted(end), sorted(lowest)]
  return {
    from: input.today + week * 7 + 1,
    to: input.today + week * 7 + 7,
    fromInvoices: meanOfWeek(paths.invoices, count, week),
    fromSales: meanOfWeek(paths.sales, count, week),
    bills: meanOfWeek(paths.bills, count, week),
    orders: meanOfWeek(paths.orders, count, week),
    balance: quantileOfSorted(ends, 0.5),
    low: quantileOfSorted(ends, 0.1),
    high: quantileOfSorted(ends, 0.9),
    lowest: quantileOfSorted(lows, 0.1),
    chanceBelow: lows.filter((balance) => balance < input.floorMinor).length / count,
  }
}

function gapIn(
  input: CashInput,
  weeks: readonly CashWeek[],
  paths: Paths,
  curveOf: (party: string) => DelayCurve,
): CashGap | null {
  const week = weeks.findIndex(({ chanceBelow }) => chanceBelow > warnFrom)
  const found = weeks[week]
  if (!found) return null
  const { from, to, chanceBelow, lowest } = found
  const short = { shortMinor: Math.max(0, input.floorMinor - lowest), chance: chanceBelow }
  return { week, from, to, ...short, ...findRemedies(input, paths, curveOf, week) }
}

function habitsOf({ receivables, history }: CashInput, curveOf: (party: string) => DelayCurve) {
  return [...new Set(receivables.map(({ party }) => party))].map((party) => ({
    party,
    paid: history.filter((one) => one.party === party && !one.open).length,
    typicalDays: typicalDelay(curveOf(party)),
  }))
}

function check({ today, openingMinor, floorMinor, receivables, payables, history, takings }: CashInput): void {
  const wrong = (field: string) => new AppError('planning.cash-invalid', { field })
  if (!Number.isInteger(today)) throw wrong('today')
  if (!Number.isFinite(openingMinor) || !Number.isFinite(floorMinor)) throw wrong('opening')
  if (receivables.length + payables.length > mostPapers) throw wrong('papers')
  for (const { minor, dueDay } of [...receivables, ...payables]) {
    if (!(minor >= 0 && minor < 1e15) || !Number.isInteger(dueDay)) throw wrong('papers')
  }
  for (const { days } of history) if (!Number.isFinite(days)) throw wrong('history')
  const takes = takings ? [...takings.mean, ...takings.lo, ...takings.hi] : []
  if (takes.some((value) => !Number.isFinite(value))) throw wrong('takings')
}

function sorted(values: Float64Array): Float64Array {
  return Float64Array.from(values).sort()
}
