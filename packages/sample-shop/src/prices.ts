// SPDX-License-Identifier: Apache-2.0
import { addDays, type DayNumber, type PlainDate, toDayNumber } from '@resham/base'
import { catalogue } from './catalogue.ts'
import type { Draft } from './items.ts'
import { minorPerUnit } from './place.ts'
import type { SampleChannel } from './types.ts'

export type PriceChange = { readonly day: PlainDate; readonly category: string; readonly factor: number }

/** Wholesale and export prices as a share of the shop's. */
const channelShare: Readonly<Record<SampleChannel, number>> = { shop: 1, whatsapp: 0.9, online: 1.03, export: 0.82 }

/**
 * Prices rise for everything once a year, and once out of turn where leather became dear.
 *
 * The yearly rise falls 330, 695 and 1,060 days after the first day, cut off at the last.
 */
export function planPriceChanges(first: PlainDate, last: PlainDate): readonly PriceChange[] {
  const changes: PriceChange[] = []
  for (const [i, offset] of [330, 695, 1060].entries()) {
    const day = addDays(first, offset)
    if (day > last) continue
    for (const category of catalogue) changes.push({ day, category: category.name, factor: 1.07 + 0.02 * i })
  }
  const dearLeather = addDays(first, 520)
  if (dearLeather <= last) {
    for (const category of ['Footballs', 'Cricket balls']) changes.push({ day: dearLeather, category, factor: 1.12 })
  }
  return changes.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Looks up what an item costs the buyer on a day, minor units, rounded to whole units of money. */
export function priceList(
  changes: readonly PriceChange[],
): (draft: Draft, day: DayNumber, channel: SampleChannel) => number {
  const steps = new Map<string, { from: DayNumber; factor: number }[]>()
  for (const change of changes) {
    const list = steps.get(change.category) ?? []
    const before = list.at(-1)?.factor ?? 1
    list.push({ from: toDayNumber(change.day), factor: before * change.factor })
    steps.set(change.category, list)
  }
  return (draft, day, channel) => {
    const factor = steps.get(draft.item.category)?.findLast((step) => step.from <= day)?.factor ?? 1
    return Math.round((draft.basePriceMinor * factor * channelShare[channel]) / minorPerUnit) * minorPerUnit
  }
}
