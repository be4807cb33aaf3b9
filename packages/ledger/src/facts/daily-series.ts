// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'

/** What was sold under one key, day by day. Days ascend, each once; days without sales are absent. */
export type DailySeries = {
  readonly key: string
  readonly name: string
  readonly days: Int32Array
  /** Thousandths of units, net of what came back. */
  readonly quantityMilli: Float64Array
  /** Minor units, net of what came back. */
  readonly netMinor: Float64Array
  /** Documents of sale. */
  readonly orders: Int32Array
}

/** Gathers one series; lines may come in any order, and come fastest in the order of days. */
export type SeriesBuilder = {
  add(day: DayNumber, quantityMilli: number, netMinor: number, newOrder: boolean): void
  build(key: string, name: string): DailySeries
}

/** Makes an empty builder. */
export function createSeriesBuilder(): SeriesBuilder {
  const days: number[] = []
  const quantities: number[] = []
  const nets: number[] = []
  const orders: number[] = []
  let last = -1

  return {
    add(day, quantityMilli, netMinor, newOrder) {
      if (last < 0 || days[last] !== day) {
        last = days.length
        days.push(day)
        quantities.push(0)
        nets.push(0)
        orders.push(0)
      }
      quantities[last] = (quantities[last] ?? 0) + quantityMilli
      nets[last] = (nets[last] ?? 0) + netMinor
      if (newOrder) orders[last] = (orders[last] ?? 0) + 1
    },
    build(key, name) {
      const order = Array.from(days.keys()).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0))
      const count = new Set(days).size
      const series = {
        key,
        name,
        days: new Int32Array(count),
        quantityMilli: new Float64Array(count),
        netMinor: new Float64Array(count),
        orders: new Int32Array(count),
      }
      let at = -1
      for (const i of order) {
        const day = days[i] ?? 0
        if (at < 0 || series.days[at] !== day) series.days[++at] = day
        series.quantityMilli[at] = (series.quantityMilli[at] ?? 0) + (quantities[i] ?? 0)
        series.netMinor[at] = (series.netMinor[at] ?? 0) + (nets[i] ?? 0)
        series.orders[at] = (series.orders[at] ?? 0) + (orders[i] ?? 0)
      }
      return series
    },
  }
}
