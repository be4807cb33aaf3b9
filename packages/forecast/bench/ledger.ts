// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { dataFolder } from './data-folder.ts'

/** One item's demand by week, and what it sells for. */
export type ItemDemand = {
  readonly code: string
  /** Units per week from the first week with a sale, oldest first. */
  readonly weekly: number[]
  /** Weeks of the ledger before the first sale. */
  readonly bornWeek: number
  /** Turnover per week of the ledger. */
  readonly turnover: Float64Array
  /** Mean price, weighted by units. */
  readonly price: number
}

export const FILES = ['online_retail_2009-12_2010-11.csv.gz', 'online_retail_2010-12_2011-08.csv.gz']
/** Weeks of seven days ending on the ledger's last day, 31 August 2011; the one day left over at the start is dropped. */
export const WEEKS = 91
export const LAST_DAY = Date.UTC(2011, 7, 31) / 86_400_000
/** Goods have codes of five digits, with letters behind for variants; POST, M, DOT, D, gift vouchers and fees do not. */
export const GOODS = /^\d{5}[A-Z]*$/

/** Cuts a CSV line at commas outside quotes. */
export function cells(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  return (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, ''))
}

type Sale = { week: number; quantity: number; price: number }

/**
 * Reads both files of the ledger and makes weekly demand per item.
 *
 * Demand is what was asked for: lines with a positive quantity and price, of goods, on ordinary invoices. A
 * cancellation (invoice C...) takes away the latest earlier sale of the same customer, item and quantity, so that
 * orders made by mistake do not count; other returns do not change what was asked for.
 */
export function readLedger(): ItemDemand[] {
  const sales = new Map<string, Sale[]>()
  const open = new Map<string, Sale[]>()
  for (const file of FILES) {
    const text = gunzipSync(readFileSync(`${dataFolder()}/sales/${file}`)).toString('utf8')
    for (const line of text.split('\n').slice(1)) {
      const [invoice = '', stockCode = '', , quantityText, date = '', priceText, customer = ''] = cells(line)
      const code = stockCode.toUpperCase()
      if (!GOODS.test(code)) continue
      const quantity = Number(quantityText)
      const key = `${customer}|${code}|${Math.abs(quantity)}`
      if (invoice.startsWith('C')) {
        const sale = customer === '' ? undefined : open.get(key)?.pop()
        if (sale) sale.quantity = 0
        continue
      }
      const price = Number(priceText)
      if (!(quantity > 0 && price > 0)) continue
      const day =
        Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000
      const week = WEEKS - 1 - Math.floor((LAST_DAY - day) / 7)
      if (week < 0) continue
      const sale = { week, quantity, price }
      sales.set(code, append(sales.get(code), sale))
      open.set(key, append(open.get(key), sale))
    }
  }
  return [...sales].map(([code, lines]) => itemOf(code, lines)).filter((item) => item.weekly.length > 0)
}

function append(list: Sale[] | undefined, sale: Sale): Sale[] {
  if (list === undefined) return [sale]
  list.push(sale)
  return list
}

function itemOf(code: string, lines: readonly Sale[]): ItemDemand {
  const units = new Float64Array(WEEKS)
  const turnover = new Float64Array(WEEKS)
  for (const { week, quantity, price } of lines) {
    units[week] = (units[week] as number) + quantity
    turnover[week] = (turnover[week] as number) + quantity * price
  }
  const bornWeek = units.findIndex((quantity) => quantity > 0)
  const sold = units.reduce((a, b) => a + b, 0)
  return {
    code,
    weekly: bornWeek < 0 ? [] : Array.from(units.subarray(bornWeek)),
    bornWeek,
    turnover,
    price: turnover.reduce((a, b) => a + b, 0) / sold,
  }
}
