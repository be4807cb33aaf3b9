// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import { median } from '@resham/stats'
import { stretches } from '../compare.ts'
import { sentence } from '../sentences.ts'
import type { Measured } from '../trends/stories.ts'
import type { DailySeries, Task } from '../types.ts'

/** Change of the mean price that is looked at, and orders, and days, in each stretch without which a price says nothing. */
const LOWER = 0.15
const HIGHER = 0.1
const FEWEST_ORDERS = 5
/** Pieces must have fallen by this much for a higher price to be doubted. */
const FEWER_PIECES = 0.25
/** Beyond this it is another product or a mistake of entry rather than a price. */
const TOO_MUCH = 5

/**
 * Prices to look at: a lower one that brought less money all the same, and a higher one that cost more sales than it
 * earned. A price is the middle one of the days that sold in a stretch, the last 30 days against the 30 before: over all
 * pieces, one large order at a trade price more or less would look like another price for everybody.
 */
export function priceTasks(items: readonly Measured[], today: DayNumber): Task[] {
  const { now: late, before: early } = stretches(today)
  const tasks: Task[] = []
  for (const { series, now, before } of items) {
    if (now.orders < FEWEST_ORDERS || before.orders < FEWEST_ORDERS) continue
    if (!(now.quantity > 0 && before.quantity > 0 && now.net > 0 && before.net > 0) || now.net >= before.net) continue
    const price = usualPrice(series, late)
    const priceBefore = usualPrice(series, early)
    if (price === undefined || priceBefore === undefined) continue
    const change = price / priceBefore - 1
    const pieces = now.quantity / before.quantity - 1
    if (price > TOO_MUCH * priceBefore || priceBefore > TOO_MUCH * price) continue
    const lower = change <= -LOWER
    if (!lower && !(change >= HIGHER && pieces <= -FEWER_PIECES)) continue
    const { name, key } = series
    const values = { name, ratio: Math.abs(change), price }
    tasks.push({
      kind: 'look-at-price',
      subject: { kind: 'item', key, name },
      reason: lower ? sentence('task.price-lower', values) : sentence('task.price-higher', values),
      why: [
        sentence('why.price-before', { before: priceBefore, now: price }),
        pieces >= 0
          ? sentence('why.pieces-change-up', { ratio: pieces })
          : sentence('why.pieces-change-down', { ratio: -pieces }),
        sentence('why.net-was-is', { before: before.net, now: now.net }),
      ],
      worth: before.net - now.net,
      quantity: null,
    })
  }
  return tasks
}

/** Middle price of a piece over the days that sold; undefined when they are too few. */
function usualPrice(
  { days, quantity, net }: DailySeries,
  { from, to }: { readonly from: DayNumber; readonly to: DayNumber },
): number | undefined {
  const prices: number[] = []
  for (let i = 0; i < days.length; i++) {
    const [day, pieces, money] = [days[i] as number, quantity[i] as number, net[i] as number]
    if (day >= from && day <= to && pieces > 0 && money > 0) prices.push(money / pieces)
  }
  return prices.length < FEWEST_ORDERS ? undefined : median(prices)
}
