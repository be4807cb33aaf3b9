// SPDX-License-Identifier: Apache-2.0
import type { DailySeries, ItemSeries } from './types.ts'

/**
 * Sums items into their categories, named by themselves; items without one are in none.
 *
 * Orders are those of the items added up: an order of two items of one category counts twice, since the books' days say
 * no more.
 */
export function categoriesOf(items: readonly ItemSeries[]): DailySeries[] {
  const members = new Map<string, ItemSeries[]>()
  for (const item of items) {
    if (item.category === null || item.days.length === 0) continue
    const list = members.get(item.category)
    if (list) list.push(item)
    else members.set(item.category, [item])
  }
  return [...members].map(([key, list]) => sumOf(key, list))
}

function sumOf(key: string, list: readonly ItemSeries[]): DailySeries {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { days } of list) {
    first = Math.min(first, days[0] as number)
    last = Math.max(last, days[days.length - 1] as number)
  }
  const length = last - first + 1
  const traded = new Uint8Array(length)
  const sums = [new Float64Array(length), new Float64Array(length), new Float64Array(length)] as const
  for (const { days, quantity, net, orders } of list) {
    for (let i = 0; i < days.length; i++) {
      const at = (days[i] as number) - first
      traded[at] = 1
      sums[0][at] = (sums[0][at] as number) + (quantity[i] as number)
      sums[1][at] = (sums[1][at] as number) + (net[i] as number)
      sums[2][at] = (sums[2][at] as number) + (orders[i] as number)
    }
  }
  const places = Array.from(traded.keys()).filter((at) => traded[at] === 1)
  const pick = (values: Float64Array): number[] => places.map((at) => values[at] as number)
  return {
    key,
    name: key,
    days: places.map((at) => first + at),
    quantity: pick(sums[0]),
    net: pick(sums[1]),
    orders: pick(sums[2]),
  }
}
