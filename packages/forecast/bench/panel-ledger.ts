// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { CalendarEvent, PanelSeries } from '../src/index.ts'
import { dataFolder } from './data-folder.ts'
import { cells, FILES, GOODS, LAST_DAY, WEEKS } from './ledger.ts'

/** A line of the ledger that counts as demand, and when it was cancelled, where it was. */
export type LedgerLine = {
  readonly code: string
  readonly description: string
  readonly invoice: string
  readonly day: number
  readonly week: number
  readonly quantity: number
  readonly price: number
  cancelledOn: number
}

/** All lines, each with the day from which one knows that it did not count; otherwise as in readLedger. */
export function readLines(): LedgerLine[] {
  const out: LedgerLine[] = []
  const open = new Map<string, LedgerLine[]>()
  for (const file of FILES) {
    const text = gunzipSync(readFileSync(`${dataFolder()}/sales/${file}`)).toString('utf8')
    for (const line of text.split('\n').slice(1)) {
      const [invoice = '', stockCode = '', description = '', quantityText, date = '', priceText, customer = ''] =
        cells(line)
      const code = stockCode.toUpperCase()
      if (!GOODS.test(code)) continue
      const quantity = Number(quantityText)
      const key = `${customer}|${code}|${Math.abs(quantity)}`
      const day =
        Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000
      if (invoice.startsWith('C')) {
        const sale = customer === '' ? undefined : open.get(key)?.pop()
        if (sale) sale.cancelledOn = day
        continue
      }
      const price = Number(priceText)
      const week = weekOf(day)
      if (!(quantity > 0 && price > 0) || week < 0) continue
      const sale = {
        ...{ code, description: description.trim(), invoice },
        ...{ day, week, quantity, price, cancelledOn: Number.POSITIVE_INFINITY },
      }
      out.push(sale)
      const waiting = open.get(key)
      if (waiting) waiting.push(sale)
      else open.set(key, [sale])
    }
  }
  return out
}

/** Week of the ledger, 0 to WEEKS - 1, ending on its last day. */
function weekOf(day: number): number {
  return WEEKS - 1 - Math.floor((LAST_DAY - day) / 7)
}

/** First day of a week, as days since 1970. */
function firstDayOf(week: number): number {
  return LAST_DAY - 7 * (WEEKS - 1 - week) - 6
}

/**
 * The panel as the shop knew it when week `origin` began: no line of that week or later, and no cancellation that
 * came later.
 */
export function panelAt(lines: readonly LedgerLine[], origin: number): PanelSeries[] {
  const today = firstDayOf(origin)
  const byItem = new Map<string, LedgerLine[]>()
  for (const line of lines) {
    if (line.week >= origin || line.cancelledOn < today) continue
    const own = byItem.get(line.code)
    if (own) own.push(line)
    else byItem.set(line.code, [line])
  }
  return [...byItem].map(([code, own]) => seriesOf(code, own, origin))
}

/** An order of the item: the lines of it on one invoice. */
type Order = { week: number; quantity: number }

/** Orders looked back at for what an ordinary one is. */
const ORDERS = 40

function seriesOf(code: string, lines: readonly LedgerLine[], origin: number): PanelSeries {
  const born = Math.min(...lines.map(({ week }) => week))
  const n = origin - born
  const of = (fill = 0) => new Array<number>(n).fill(fill)
  const add = (into: number[], t: number, value: number) => {
    into[t] = (into[t] as number) + value
  }
  const units = of()
  const turnover = of()
  const orders = new Map<string, Order>()
  for (const { week, quantity, price, invoice } of lines) {
    add(units, week - born, quantity)
    add(turnover, week - born, quantity * price)
    const order = orders.get(invoice)
    if (order) order.quantity += quantity
    else orders.set(invoice, { week, quantity })
  }
  const count = of()
  const capped = of()
  const trimmed = of()
  const sizes: number[] = []
  for (const { week, quantity } of orders.values()) {
    const t = week - born
    const recent = sizes.slice(-ORDERS).sort((a, b) => a - b)
    const ordinary = recent.length >= 3 ? (recent[recent.length >> 1] as number) : quantity
    add(count, t, 1)
    add(capped, t, Math.min(quantity, 4 * ordinary))
    add(trimmed, t, Math.min(quantity, 1.5 * ordinary))
    sizes.push(quantity)
  }
  const description = lines.at(-1)?.description ?? ''
  const words = description.toUpperCase().match(/[A-Z]{3,}/g) ?? []
  const y = (values: number[]) => ({ values, unit: 'y' }) as const
  const own = (values: number[]) => ({ values, unit: 'own' }) as const
  const sold = units.reduce((a, b) => a + b, 0)
  // Prices, customers, countries and days of the week made the earlier weeks no better, or worse: they tell items
  // apart, which the trees then learn by heart.
  return {
    id: code,
    y: units,
    value: turnover.reduce((a, b) => a + b, 0) / sold,
    groups: { family: code.slice(0, 5), range: code.slice(0, 3), noun: words.at(-1) ?? '' },
    tags: [...new Set(words)],
    past: {
      orders: own(count),
      capped: y(capped),
      trimmed: y(trimmed),
    },
  }
}

/** Days without trade in the wholesaler's country, as its calendar had announced them: England's bank holidays. */
const HOLIDAYS = [
  ...['2009-12-25', '2009-12-28', '2010-01-01', '2010-04-02', '2010-04-05', '2010-05-03', '2010-05-31', '2010-08-30'],
  ...['2010-12-27', '2010-12-28', '2011-01-03', '2011-04-22', '2011-04-25', '2011-04-29', '2011-05-02', '2011-05-30'],
  ...['2011-08-29'],
].map((date) => Date.parse(date) / 86_400_000)

/** Share of each week, from the first on, that is a bank holiday, and that lies in the break from 23 December to 3 January. */
export function calendarOf(weeks: number): CalendarEvent[] {
  const share = (is: (day: number) => boolean) =>
    Array.from({ length: weeks }, (_, week) => {
      let days = 0
      for (let day = firstDayOf(week); day < firstDayOf(week) + 7; day++) days += is(day) ? 1 : 0
      return days / 7
    })
  const inBreak = (day: number) => {
    const date = new Date(day * 86_400_000)
    const place = 100 * (date.getUTCMonth() + 1) + date.getUTCDate()
    return place >= 1223 || place <= 103
  }
  return [
    { name: 'bank-holiday', exposure: share((day) => HOLIDAYS.includes(day)) },
    { name: 'christmas-break', exposure: share(inBreak) },
  ]
}
