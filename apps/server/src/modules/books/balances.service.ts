// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { holdMonths } from './books.repository.ts'
import type { AccountSum, Month, Period } from './books.types.ts'
import { listMonths } from './close.service.ts'
import { lastDayOf, monthOf, nextMonth } from './months.ts'
import { addKeptSums, keepMonthSums, sumLines } from './sums.repository.ts'

/** What moved on each account before a span of months and within it. */
export type Balances = {
  readonly periods: readonly Period[]
  readonly before: ReadonlyMap<string, bigint>
  readonly within: ReadonlyMap<string, { readonly debit: bigint; readonly credit: bigint }>
}

/**
 * Sums by account, from sums of months that are kept and from the lines of those that are not. A month that is over
 * is kept by whoever first asks for it, so that the books of many years are quick to add up.
 *
 * @param from First month of the span. @param to Last month of it.
 */
export async function balancesOf(
  tx: TenantTx,
  span: { readonly from: Month; readonly to: Month },
  at: { readonly today: PlainDate; readonly now: Date },
): Promise<Balances> {
  const periods = await keepWhatIsOver(tx, await listMonths(tx, at.today), at)
  const upTo = periods.filter(({ month }) => month <= span.to)
  const within = new Map<string, { debit: bigint; credit: bigint }>()
  for (const sum of await sumMonths(
    tx,
    upTo.filter(({ month }) => month >= span.from),
  )) {
    const so = within.get(sum.code) ?? { debit: 0n, credit: 0n }
    within.set(sum.code, { debit: so.debit + sum.debit, credit: so.credit + sum.credit })
  }
  const before = new Map<string, bigint>()
  for (const sum of await sumMonths(
    tx,
    upTo.filter(({ month }) => month < span.from),
  )) {
    before.set(sum.code, (before.get(sum.code) ?? 0n) + sum.debit - sum.credit)
  }
  return { periods, before, within }
}

/** Keeps the sums of months that are over; a month that somebody writes into at the moment waits for the next time. */
async function keepWhatIsOver(
  tx: TenantTx,
  periods: readonly Period[],
  at: { readonly today: PlainDate; readonly now: Date },
): Promise<readonly Period[]> {
  const wanted = periods.filter(({ month, summed }) => !summed && month < monthOf(at.today)).map(({ month }) => month)
  if (wanted.length === 0) return periods
  const held = new Set(await holdMonths(tx, wanted, 'try'))
  // Another may have kept them before we held them.
  const now = await listMonths(tx, at.today)
  const kept = now.filter(({ month, summed }) => !summed && held.has(month)).map(({ month }) => month)
  for (const month of kept) await keepMonthSums(tx, month, at.now)
  return now.map((period) => (kept.includes(period.month) ? { ...period, summed: true } : period))
}

async function sumMonths(tx: TenantTx, periods: readonly Period[]): Promise<AccountSum[]> {
  const kept = periods.filter(({ summed }) => summed).map(({ month }) => month)
  const sums = kept.length === 0 ? [] : await addKeptSums(tx, kept)
  for (const [first, last] of runsOf(periods.filter(({ summed }) => !summed))) {
    sums.push(...(await sumLines(tx, first, lastDayOf(last))))
  }
  return sums
}

/** Months that follow one another, as the first and last of each run: one question to the database a run. */
function runsOf(periods: readonly Period[]): [Month, Month][] {
  const runs: [Month, Month][] = []
  for (const { month } of periods) {
    const last = runs.at(-1)
    if (last && month === nextMonth(last[1])) last[1] = month
    else runs.push([month, month])
  }
  return runs
}
