// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'

/** A stretch of days with the balances at its ends, as far as they are known. */
export type Stretch = {
  readonly id: string
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  readonly openingMinor: bigint | null
  readonly closingMinor: bigint | null
  /** Ids of stretches with which it shares lines: they join, whatever their ends say. */
  readonly sharesWith: readonly string[]
}

/** Money that moved between two stretches, of which no statement tells. */
export type Gap = {
  /** Last day before it, first day after it. */
  readonly after: PlainDate
  readonly before: PlainDate
  /** Closing balance before it, opening balance after it, and what moved in between: above zero money in. */
  readonly closingMinor: bigint
  readonly openingMinor: bigint
  readonly amountMinor: bigint
}

/**
 * Where the stretches of one account do not join, oldest first: the balance before a stretch is not the balance after
 * all that came before it. What has no balances joins anything; what lies within the days of another one, or shares
 * lines with it, was checked line by line.
 *
 * @param stretches In any order.
 */
export function gapsBetween(stretches: readonly Stretch[]): Gap[] {
  const open = [...stretches].sort((a, b) => compare(a.firstDay, b.firstDay) || compare(a.lastDay, b.lastDay))
  const gaps: Gap[] = []
  const before: Stretch[] = []
  // Stretches that reach furthest: two of them may end on one day, exported at noon and at night.
  let ends: Stretch[] = []
  while (open.length > 0) {
    const next = nextOf(open, ends, before)
    open.splice(open.indexOf(next), 1)
    const last = ends[0]
    if (last && !joins(next, ends, before)) gaps.push(gapBetween(last, next))
    if (!last || next.lastDay > last.lastDay) ends = [next]
    else if (next.lastDay === last.lastDay) ends = [next, ...ends]
    before.push(next)
  }
  return gaps
}

/** Of stretches that begin on the same day, the one that joins comes next, else the one that follows no other of them. */
function nextOf(open: readonly Stretch[], ends: readonly Stretch[], before: readonly Stretch[]): Stretch {
  const sameDay = open.filter((one) => one.firstDay === open[0]?.firstDay)
  return (
    sameDay.find((one) => joins(one, ends, before)) ??
    sameDay.find((one) => !sameDay.some((other) => other !== one && follows(other, one))) ??
    (open[0] as Stretch)
  )
}

function joins(next: Stretch, ends: readonly Stretch[], before: readonly Stretch[]): boolean {
  if (ends.some((end) => end.closingMinor === null || end.closingMinor === next.openingMinor)) return true
  if (ends.length > 0 && next.openingMinor === null) return true
  return before.some((one) => one.sharesWith.includes(next.id) || next.sharesWith.includes(one.id))
}

function follows(before: Stretch, after: Stretch): boolean {
  return before.closingMinor !== null && before.closingMinor === after.openingMinor
}

function gapBetween(last: Stretch, next: Stretch): Gap {
  const closingMinor = last.closingMinor ?? 0n
  const openingMinor = next.openingMinor ?? 0n
  const amountMinor = openingMinor - closingMinor
  return { after: last.lastDay, before: next.firstDay, closingMinor, openingMinor, amountMinor }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
