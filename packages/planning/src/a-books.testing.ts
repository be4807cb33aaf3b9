// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, seededRandom } from '@resham/base'
import type { Books, DailySeries, ItemSeries, Settings } from './types.ts'

/** The day on which test books end: a Wednesday. */
export const TODAY = 20_000 + 1

/** Settings with overrides. */
export function someSettings(changes: Partial<Settings> = {}): Settings {
  return { today: TODAY, holidays: [], seed: 1, ...changes }
}

/** One series from `[day, quantity, net]` rows; an order a row unless a fourth number says otherwise. */
export function aSeries(
  rows: readonly (readonly [DayNumber, number, number, number?])[],
  changes: Partial<ItemSeries> = {},
): ItemSeries {
  return {
    key: 'a',
    name: 'A',
    code: 'A',
    category: null,
    days: rows.map(([day]) => day),
    quantity: rows.map(([, quantity]) => quantity),
    net: rows.map(([, , net]) => net),
    orders: rows.map(([, , , orders]) => orders ?? 1),
    ...changes,
  }
}

/** The same pieces and price every day, back from `last`. */
export function everyDay(
  days: number,
  pieces: number | ((daysAgo: number) => number),
  changes: Partial<ItemSeries> & { readonly price?: number; readonly last?: DayNumber } = {},
): ItemSeries {
  const { price = 100, last = TODAY, ...rest } = changes
  return aSeries(
    Array.from({ length: days }, (_, i) => {
      const daysAgo = days - 1 - i
      const quantity = typeof pieces === 'function' ? pieces(daysAgo) : pieces
      return [last - daysAgo, quantity, quantity * price] as const
    }).filter(([, quantity]) => quantity !== 0),
    rest,
  )
}

/** Books of given items; the total is their sum unless other parts are given. */
export function aBooks(parts: Partial<Books>): Books {
  const items = parts.items ?? []
  const all = parts.total ? [] : items
  const byDay = new Map<number, [number, number, number]>()
  for (const item of all) {
    for (let i = 0; i < item.days.length; i++) {
      const day = item.days[i] as number
      const sums = byDay.get(day) ?? [0, 0, 0]
      byDay.set(day, [
        sums[0] + (item.quantity[i] as number),
        sums[1] + (item.net[i] as number),
        sums[2] + (item.orders[i] as number),
      ])
    }
  }
  const rows = [...byDay].sort(([a], [b]) => a - b).map(([day, [q, n, o]]) => [day, q, n, o] as const)
  const total = parts.total ?? aSeries(rows, { key: '', name: '' })
  return {
    firstDay: total.days[0] ?? TODAY,
    lastDay: total.days[total.days.length - 1] ?? TODAY,
    total,
    items,
    customers: [],
    countries: [],
    channels: [],
    ...parts,
  }
}

type Size = { readonly items: number; readonly customers: number; readonly countries: number; readonly days: number }

/** Invented books of a given size: few large sellers and many small, six days of trade a week, a yearly season. */
export function inventedBooks(size: Size, seed = 7, today: DayNumber = TODAY): Books {
  const random = seededRandom(seed)
  const first = today - size.days + 1
  const total = new Map<number, [number, number, number]>()
  const customers = Array.from({ length: size.customers }, () => new Map<number, [number, number, number]>())
  const countries = Array.from({ length: size.countries }, () => new Map<number, [number, number, number]>())
  const items = Array.from({ length: size.items }, (_, i) => {
    const days = new Map<number, [number, number, number]>()
    const rate = Math.min(0.9, (6 + random.next()) / (i / 8 + 8))
    const price = Math.round(100 + 900 * random.next())
    const born = random.next() < 0.3 ? Math.floor(random.next() * size.days) : 0
    for (let day = first + born; day <= today; day++) {
      const weekday = (day + 4) % 7
      if (weekday === 6) continue
      const season = 1 + 0.3 * Math.sin((2 * Math.PI * day) / 364)
      if (random.next() > rate * season) continue
      const quantity = 1 + random.integer(24)
      const sums: [number, number, number] = [quantity, quantity * price, 1]
      days.set(day, sums)
      const customer = customers[Math.floor(random.next() ** 2 * size.customers)]
      const country = countries[Math.floor(random.next() ** 4 * size.countries)]
      for (const map of [total, customer, country]) {
        const old = map?.get(day)
        map?.set(day, old ? [old[0] + sums[0], old[1] + sums[1], old[2] + 1] : sums)
      }
    }
    const code = `i${i}`
    return { ...seriesOf(days, code), code, category: `category ${i % 12}` }
  })
  return {
    firstDay: first,
    lastDay: today,
    total: seriesOf(total, ''),
    items,
    customers: customers.map((days, i) => seriesOf(days, `c${i}`)),
    countries: countries.map((days, i) => seriesOf(days, `l${i}`)),
    channels: [],
  }
}

function seriesOf(days: ReadonlyMap<number, readonly [number, number, number]>, key: string): DailySeries {
  const rows = [...days].sort(([a], [b]) => a - b)
  return {
    key,
    name: key,
    days: Int32Array.from(rows, ([day]) => day),
    quantity: Float64Array.from(rows, ([, [quantity]]) => quantity),
    net: Float64Array.from(rows, ([, [, net]]) => net),
    orders: Float64Array.from(rows, ([, [, , orders]]) => orders),
  }
}

/** The same series with every day moved. */
export function moved<S extends DailySeries>(series: S, days: number): S {
  return { ...series, days: Array.from(series.days, (day) => day + days) }
}
