// SPDX-License-Identifier: Apache-2.0
import { quantile } from '@resham/stats'
import type { DelayCurve } from './delays.ts'
import { balancesOf, ofWeek, type Paths, paymentDays, redrawn } from './paths.ts'
import type { CashInput, Remedy } from './types.ts'

/** An invoice that is asked for comes within so many days. */
const chaseDays = 7
const mostRemedies = 6
const mostTried = 10

/**
 * What closes the gap of a week, most useful first: invoices to ask for before purchases to let wait, and no more of
 * either than is needed. Each choice is tried on the same futures again.
 *
 * @param week From 0.
 */
export function findRemedies(
  input: CashInput,
  paths: Paths,
  curveOf: (party: string) => DelayCurve,
  week: number,
): { remedies: readonly Remedy[]; stillShortMinor: number } {
  const candidates = [...chases(input, paths.count, curveOf, week), ...waits(input, week)]
  const chosen: Remedy[] = []
  let short = shortOf(input, paths, curveOf, week, chosen)
  for (const candidate of candidates.slice(0, mostTried)) {
    if (short <= 0 || chosen.length >= mostRemedies) break
    const then = shortOf(input, paths, curveOf, week, [...chosen, candidate])
    if (then >= short) continue
    chosen.push(candidate)
    short = then
  }
  return { remedies: chosen, stillShortMinor: Math.max(0, short) }
}

/** What lacks in the week so that it is enough 9 times of 10; below zero: what is left over. */
function shortOf(
  input: CashInput,
  paths: Paths,
  curveOf: (party: string) => DelayCurve,
  week: number,
  remedies: readonly Remedy[],
): number {
  const until = Math.min(chaseDays, Math.max(1, week * 7))
  const chased = new Map(remedies.filter(({ kind }) => kind === 'chase').map(({ id }) => [id, until]))
  const waiting = new Map(
    remedies.flatMap((one) => (one.until === null ? [] : [[one.id, one.until - input.today] as const])),
  )
  const then = redrawn(paths, input, curveOf, { chased, waiting })
  const { lowest } = ofWeek(balancesOf(then, input.openingMinor), then.count, week)
  return input.floorMinor - quantile(lowest, 0.1)
}

/** Invoices that are due before the week begins and may not be paid by then, those that bring most first. */
function chases(input: CashInput, count: number, curveOf: (party: string) => DelayCurve, week: number): Remedy[] {
  const starts = week * 7 + 1
  return input.receivables
    .filter(({ dueDay }) => dueDay - input.today < Math.max(starts, 2))
    .map((one) => {
      const late = paymentDays(one, input, curveOf(one.party), count).filter((day) => day >= starts).length / count
      return { kind: 'chase' as const, ...one, gainMinor: one.minor * late, until: null }
    })
    .filter(({ gainMinor }) => gainMinor > 0)
    .sort((a, b) => b.gainMinor - a.gainMinor)
    .map(({ kind, id, party, minor, gainMinor, until }) => ({ kind, id, party, minor, gainMinor, until }))
}

/** Purchases due by the end of the week that can wait until a week after it, the largest first. */
function waits(input: CashInput, week: number): Remedy[] {
  const ends = week * 7 + 7
  return input.payables
    .filter(({ dueDay, canWait }) => canWait && dueDay - input.today <= ends)
    .map(({ id, party, minor }) => ({
      ...{ kind: 'wait' as const, id, party, minor, gainMinor: minor },
      until: input.today + ends + 7,
    }))
    .sort((a, b) => b.minor - a.minor)
}
