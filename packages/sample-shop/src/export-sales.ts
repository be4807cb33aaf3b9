// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, fromDayNumber, type Random, weekday } from '@resham/base'
import { customers } from './customers.ts'
import type { Draft } from './items.ts'
import { minorPerUnit } from './place.ts'
import type { SampleChannel, SampleLine } from './types.ts'

/** The largest customer abroad: the one that stops ordering. */
export const lostCustomerCode = 'X001'

export type ExportInput = {
  readonly random: Random
  readonly drafts: readonly Draft[]
  readonly first: DayNumber
  readonly last: DayNumber
  readonly priceOf: (draft: Draft, day: DayNumber, channel: SampleChannel) => number
  /** The lost customer orders nothing after this day. */
  readonly lostAfter: DayNumber
  readonly isOut: (itemCode: string, day: DayNumber) => boolean
}

/** Orders from abroad: seldom, large, in whole cartons, each customer in its own rhythm and taste. */
export function exportSales(input: ExportInput): readonly SampleLine[] {
  const { random } = input
  const lines: SampleLine[] = []
  let order = 0
  for (const customer of customers) {
    if (customer.kind !== 'export') continue
    const isLargest = customer.code === lostCustomerCode
    const rhythmDays = isLargest ? 21 : 30 + random.integer(60)
    const cartons = isLargest ? 9 : 1 + 3 * random.next()
    const taste = tasteOf(random, input.drafts)
    let day = input.first + random.integer(rhythmDays)
    while (day <= input.last) {
      const workday = weekday(day) === 0 ? day + 1 : day
      const gone = isLargest && workday > input.lostAfter
      if (!gone && workday <= input.last) {
        order += 1
        const document = `E${customer.code.slice(1)}-${String(order).padStart(4, '0')}`
        lines.push(...orderLines(input, { document, customer, day: workday, cartons, taste }))
      }
      // Gaps vary by half: nobody orders by the clock.
      day += Math.max(5, Math.round(rhythmDays * Math.exp(0.5 * random.normal())))
    }
  }
  return lines
}

/** Thirty to sixty items that the customer buys, likelier the popular ones. */
function tasteOf(random: Random, drafts: readonly Draft[]): readonly Draft[] {
  const wanted = 30 + random.integer(31)
  return drafts
    .map((draft) => ({ draft, rank: -Math.log(1 - random.next()) / Math.sqrt(draft.weight) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, wanted)
    .map((ranked) => ranked.draft)
}

type Order = {
  readonly document: string
  readonly customer: (typeof customers)[number]
  readonly day: DayNumber
  readonly cartons: number
  readonly taste: readonly Draft[]
}

function orderLines(input: ExportInput, order: Order): SampleLine[] {
  const { random } = input
  const minuteOfDay = 10 * 60 + random.integer(7 * 60)
  const chance = 0.2 + 0.3 * random.next()
  const cancelled = random.next() < 0.02
  const lines: SampleLine[] = []
  for (const draft of order.taste) {
    if (random.next() > chance || input.isOut(draft.item.code, order.day)) continue
    // Dear goods go in fewer cartons.
    const dearness = Math.sqrt(draft.basePriceMinor / (2000 * minorPerUnit))
    const cartons = Math.max(1, Math.round((order.cartons * Math.exp(0.6 * random.normal())) / dearness))
    lines.push({
      document: order.document,
      day: fromDayNumber(order.day),
      minuteOfDay,
      itemCode: draft.item.code,
      quantity: cartons * draft.item.packSize,
      unitPriceMinor: input.priceOf(draft, order.day, 'export'),
      customer: order.customer.code,
      country: order.customer.country,
      channel: 'export',
      status: cancelled ? 'cancelled' : 'completed',
    })
  }
  return lines
}
