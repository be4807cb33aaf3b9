// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import { growthOf, type Measured, sparkOf } from '../trends/stories.ts'
import type { Mover } from '../types.ts'

/** Longest list of either side. */
const LONGEST = 5
/** A smaller change is no news. */
const SMALLEST = 0.2
/** Difference of orders over its standard error, were both by chance around one level. */
const BEYOND_CHANCE = 2.5

/** An item with its change, when the change is more than chance. */
export type Moved = { readonly measured: Measured; readonly ratio: number; readonly difference: number }

/**
 * Items that clearly sell more, or less, than in the 30 days before; most money first.
 *
 * Clear means: enough orders to name a growth, a fifth at least, and a difference of orders in the same direction that
 * chance (Poisson) would seldom make. A new item has nothing to be measured against and is not among them.
 */
export function movedItems(items: readonly Measured[], today: DayNumber, booksFrom: DayNumber): Moved[] {
  const known = booksFrom <= today - 59
  const moved: Moved[] = []
  for (const measured of items) {
    const { now, before } = measured
    const ratio = growthOf(measured, known)
    if (ratio === null || Math.abs(ratio) < SMALLEST || measured.presence.status === 'new') continue
    const score = (now.orders - before.orders) / Math.sqrt(now.orders + before.orders)
    if (Math.abs(score) < BEYOND_CHANCE || Math.sign(score) !== Math.sign(ratio)) continue
    moved.push({ measured, ratio, difference: now.net - before.net })
  }
  return moved.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || byKey(a, b))
}

function byKey(a: Moved, b: Moved): number {
  return a.measured.series.key < b.measured.series.key ? -1 : 1
}

/** The few to show on either side. */
export function moversOf(moved: readonly Moved[], today: DayNumber, booksFrom: DayNumber) {
  const shown = (one: Moved): Mover => ({
    subject: { kind: 'item', key: one.measured.series.key, name: one.measured.series.name },
    ratio: one.ratio,
    net: one.measured.now.net,
    spark: sparkOf(one.measured.series, today, booksFrom),
  })
  return {
    rising: moved
      .filter(({ ratio }) => ratio > 0)
      .slice(0, LONGEST)
      .map(shown),
    falling: moved
      .filter(({ ratio }) => ratio < 0)
      .slice(0, LONGEST)
      .map(shown),
  }
}
