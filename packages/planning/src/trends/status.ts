// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import { median } from '@resham/stats'
import { STRETCH } from '../compare.ts'
import type { DailySeries, TrendStatus } from '../types.ts'

/** How something comes and goes. */
export type Presence = {
  readonly status: TrendStatus
  /** First and last day with an order. */
  readonly first: DayNumber
  readonly last: DayNumber
  /** Days since the last order. */
  readonly silent: number
  /** Usual days between two days with orders; null under three such days. */
  readonly usualGap: number | null
  /** Days of silence from which it is called lost; null where its habit is not known. */
  readonly lostAfter: number | null
  /** The silence that ended within the last 30 days, when it is returning. */
  readonly gap: number
}

/** Orders from which a habit can be told, and how far back it is looked for. */
const FEWEST_ORDERS = 3
const RECENT_GAPS = 40
/** Silence is long when it is three of the usual gaps, longer than any before by a quarter, and at least a month. */
const TIMES_USUAL = 3
const TIMES_LONGEST = 1.25
const SHORTEST_SILENCE = 30
/** Books younger than this cannot tell what is new from what they did not yet record. */
const YOUNG_BOOKS = 60

/**
 * Whether something is new, steady, back after a long silence, or lost: silent for much longer than its own habit.
 *
 * @returns undefined when it never had an order up to `today`.
 */
export function presenceOf(series: DailySeries, today: DayNumber, booksFrom: DayNumber): Presence | undefined {
  const { days, orders } = series
  const active: number[] = []
  for (let i = 0; i < days.length && (days[i] as number) <= today; i++) {
    if ((orders[i] as number) > 0) active.push(days[i] as number)
  }
  const first = active[0]
  const last = active[active.length - 1]
  if (first === undefined || last === undefined) return undefined
  const silent = today - last
  const habit = habitOf(active)
  const isNew = first > today - STRETCH && today - booksFrom >= YOUNG_BOOKS
  const lost = habit !== undefined && silent > habit.lostAfter
  const gap = isNew || lost ? 0 : endedSilence(active, today)
  return {
    status: isNew ? 'new' : lost ? 'lost' : gap > 0 ? 'returning' : 'steady',
    first,
    last,
    silent,
    usualGap: habit?.usual ?? null,
    lostAfter: habit?.lostAfter ?? null,
    gap,
  }
}

/** The usual gap, and the silence that breaks the habit; undefined under three days with orders. */
function habitOf(active: readonly number[]): { usual: number; lostAfter: number } | undefined {
  if (active.length < FEWEST_ORDERS) return undefined
  const gaps: number[] = []
  for (let i = Math.max(1, active.length - RECENT_GAPS); i < active.length; i++) {
    gaps.push((active[i] as number) - (active[i - 1] as number))
  }
  const usual = median(gaps)
  const longest = gaps.reduce((most, gap) => Math.max(most, gap), 0)
  return { usual, lostAfter: Math.max(SHORTEST_SILENCE, TIMES_USUAL * usual, TIMES_LONGEST * longest) }
}

/** Days of a silence that broke the habit and ended within the last 30 days; 0 where there was none. */
function endedSilence(active: readonly number[], today: DayNumber): number {
  for (let i = active.length - 1; i > 0 && (active[i] as number) > today - STRETCH; i--) {
    const gap = (active[i] as number) - (active[i - 1] as number)
    if (gap <= SHORTEST_SILENCE) continue
    const habit = habitOf(active.slice(Math.max(0, i - RECENT_GAPS - 1), i))
    if (habit !== undefined && gap > habit.lostAfter) return gap
  }
  return 0
}
