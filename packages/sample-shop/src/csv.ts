// SPDX-License-Identifier: Apache-2.0
import { decimals } from './place.ts'
import type { SampleShop } from './types.ts'

/** Characters of one chunk, about. */
const chunkSize = 64 * 1024

/**
 * The books as a sales file: UTF-8 text in chunks, comma-separated, a header, one line a record.
 * Returns have negative quantities, cancelled lines say so in `Status`.
 */
export function* sampleLedgerCsv(shop: SampleShop): Generator<string, void, undefined> {
  const items = new Map(shop.items.map((item) => [item.code, item]))
  const names = new Map(shop.customers.map((customer) => [customer.code, customer.name]))
  let chunk =
    'Invoice,Date,Item code,Item name,Category,Quantity,Unit price,Currency,Customer,Customer name,Country,Channel,Status\r\n'
  for (const line of shop.lines) {
    const item = items.get(line.itemCode)
    const cells = [
      line.document,
      `${line.day} ${clock(line.minuteOfDay)}`,
      line.itemCode,
      quoted(item?.name ?? ''),
      quoted(item?.category ?? ''),
      line.quantity,
      amount(line.unitPriceMinor),
      shop.business.currency,
      line.customer,
      quoted(names.get(line.customer) ?? ''),
      quoted(line.country),
      line.channel,
      line.status,
    ]
    chunk += `${cells.join(',')}\r\n`
    if (chunk.length >= chunkSize) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}

/** Stock, cost and supply of every item, as a file that the plan reads. */
export function sampleStockCsv(shop: SampleShop): string {
  const rows = shop.items.map((item) =>
    [
      item.code,
      quoted(item.name),
      item.barcode,
      item.stockOnHand,
      item.leadTimeDays,
      item.packSize,
      item.minimumOrder,
      amount(item.costMinor),
      shop.business.currency,
    ].join(','),
  )
  const header = 'Item code,Item name,Barcode,On hand,Lead time days,Pack size,Minimum order,Unit cost,Currency'
  return `${[header, ...rows].join('\r\n')}\r\n`
}

function clock(minuteOfDay: number): string {
  const hours = String(Math.floor(minuteOfDay / 60)).padStart(2, '0')
  return `${hours}:${String(minuteOfDay % 60).padStart(2, '0')}`
}

function amount(minor: number): string {
  return (minor / 10 ** decimals).toFixed(decimals)
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
