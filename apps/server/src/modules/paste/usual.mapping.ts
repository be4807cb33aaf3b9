// SPDX-License-Identifier: Apache-2.0
import type { FactSeries } from '#modules/sales/index.ts'

/** What is usual of an item: quantities of an order, prices of one unit in major units; oldest first. */
export type Usual = { readonly quantities: readonly number[]; readonly prices: readonly number[] }

const mostDays = 200

/** What each item's days of sale say is usual. Days of returns say nothing. */
export function usualOfItems(facts: readonly FactSeries[], decimals: number): Map<string, Usual> {
  return new Map(facts.map((series) => [series.key, usualOf(series, decimals)]))
}

function usualOf(series: FactSeries, decimals: number): Usual {
  const quantities: number[] = []
  const prices: number[] = []
  for (let i = Math.max(0, series.days.length - mostDays); i < series.days.length; i++) {
    const [quantity, net] = [(series.quantityMilli[i] ?? 0) / 1000, series.netMinor[i] ?? 0]
    if (quantity <= 0 || net <= 0) continue
    quantities.push(quantity / Math.max(1, series.orders[i] ?? 1))
    prices.push(net / 10 ** decimals / quantity)
  }
  return { quantities, prices }
}
