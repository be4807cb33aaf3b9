// SPDX-License-Identifier: Apache-2.0
import { declined } from '@resham/base'
import { totalsBetween } from '../compare.ts'
import type { ItemOutlook, ItemSeries, PlanLine, Settings, Supply, Urgency } from '../types.ts'
import { planItem } from './plan-item.ts'

const ORDER: Readonly<Record<Urgency, number>> = { now: 0, soon: 1, later: 2, 'count-first': 3, enough: 4 }

/** A line for each item, the most urgent first; of equals the one with most at stake, then what sells for most. */
export function planItems(
  items: readonly ItemSeries[],
  outlooks: ReadonlyMap<string, ItemOutlook>,
  supplies: readonly Supply[],
  settings: Settings,
): PlanLine[] {
  const known = new Map(supplies.map((supply) => [supply.key, supply]))
  const lines = items.map((item) => {
    const { key, code, name, category } = item
    const supply = known.get(key) ?? { key, onHand: null }
    return planItem({ key, code, name, category }, outlooks.get(key)?.demand ?? declined('not-forecast-yet'), supply, {
      today: settings.today,
      soldSince: soldSince(item, supply, settings.today),
      ...(settings.supply ? { supply: settings.supply } : {}),
    })
  })
  const value = (line: PlanLine): number => line.demand.mean * (line.price ?? 0)
  return lines.sort(
    (a, b) =>
      ORDER[a.urgency] - ORDER[b.urgency] ||
      (b.atStake ?? 0) - (a.atStake ?? 0) ||
      value(b) - value(a) ||
      (a.key < b.key ? -1 : 1),
  )
}

/** Pieces sold after the day of the count, less returns; 0 without a count. */
function soldSince(item: ItemSeries, { countedOn }: Supply, today: number): number {
  return countedOn == null || countedOn >= today ? 0 : Math.max(0, totalsBetween(item, countedOn + 1, today).quantity)
}
