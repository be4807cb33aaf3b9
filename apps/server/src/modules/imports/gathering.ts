// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, fromDayNumber } from '@resham/base'
import type { BadRow, LedgerBatch, LedgerLine } from '@resham/ledger'
import type { ItemSeen } from '#modules/items/index.ts'
import type { CustomerSeen } from '#modules/parties/index.ts'
import type { SaleLine } from '#modules/sales/index.ts'
import { idOfCode } from '#platform/ids.ts'

/** One batch of a ledger, ready for the books. */
export type LoadBatch = {
  readonly lines: readonly SaleLine[]
  readonly bad: readonly BadRow[]
  readonly recordsRead: number
  readonly bytesRead: number
}

/** What a reading has met so far: items, customers, days, counts. */
export type Gathered = {
  /** Every item and customer met. */
  listItems(): ItemSeen[]
  listCustomers(): CustomerSeen[]
  readonly days: ReadonlySet<DayNumber>
  readonly itemCount: number
  /** Lines met. */
  readonly lineCount: number
  /** First and last day met. */
  readonly span: { readonly firstDay: DayNumber; readonly lastDay: DayNumber } | undefined
  add(batch: LedgerBatch): LoadBatch
}

type Seen = {
  id: string
  code: string
  name: string
  namedBySale: boolean
  category: string | null
  firstDay: DayNumber
  lastDay: DayNumber
}

/** What the books keep of a name. */
const longestName = 300

/** Turns understood lines into lines of the books: codes become ids, and what was met is gathered on the way. */
export function createGathering(tenantId: string): Gathered {
  const items = new Map<string, Seen>()
  const customers = new Map<string, CustomerSeen>()
  const days = new Set<DayNumber>()
  let lineCount = 0
  let firstDay = Number.POSITIVE_INFINITY
  let lastDay = Number.NEGATIVE_INFINITY

  function itemOf(line: LedgerLine): Seen {
    let item = items.get(line.itemCode)
    if (!item) {
      const id = idOfCode(tenantId, 'item', line.itemCode)
      const { itemCode: code, category, day } = line
      item = { id, code, name: code, namedBySale: false, category, firstDay: day, lastDay: day }
      items.set(code, item)
      nameBy(item, line)
      return item
    }
    if (line.day < item.firstDay) item.firstDay = line.day
    if (line.day >= item.lastDay) noteLatest(item, line)
    return item
  }

  // The name that a sale used last is the item's name. Other lines name what no sale has named, but for
  // adjustments: theirs are notes ("damaged").
  function nameBy(item: Seen, line: LedgerLine): void {
    if (line.itemName === '') return
    const isSale = line.kind === 'sale'
    if (!isSale && (item.namedBySale || line.kind === 'adjustment')) return
    item.name = line.itemName.slice(0, longestName)
    item.namedBySale = isSale
  }

  function noteLatest(item: Seen, line: LedgerLine): void {
    item.lastDay = line.day
    nameBy(item, line)
    if (line.category !== null) item.category = line.category
  }

  function customerOf(line: LedgerLine): string | null {
    if (line.customer === null) return null
    const known = customers.get(line.customer)
    const name = line.customerName?.slice(0, longestName) ?? line.customer
    if (known && (line.customerName === null || known.name === name)) return known.id
    const seen = { id: known?.id ?? idOfCode(tenantId, 'customer', line.customer), code: line.customer, name }
    customers.set(line.customer, seen)
    return seen.id
  }

  function toSaleLine(line: LedgerLine): SaleLine {
    days.add(line.day)
    lineCount += 1
    firstDay = Math.min(firstDay, line.day)
    lastDay = Math.max(lastDay, line.day)
    return {
      id: line.key,
      recordNo: line.recordNo,
      document: line.document,
      day: line.day,
      minuteOfDay: line.minuteOfDay,
      itemId: itemOf(line).id,
      customerId: customerOf(line),
      country: line.country,
      channel: line.channel,
      kind: line.kind,
      ruleId: line.ruleId,
      quantityMilli: line.quantityMilli,
      netMinor: line.netMinor,
      currency: line.currency,
    }
  }

  return {
    days,
    get itemCount() {
      return items.size
    },
    get lineCount() {
      return lineCount
    },
    get span() {
      return lineCount === 0 ? undefined : { firstDay, lastDay }
    },
    listItems() {
      return [...items.values()].map((item) => ({
        ...item,
        firstDay: fromDayNumber(item.firstDay),
        lastDay: fromDayNumber(item.lastDay),
      }))
    },
    listCustomers() {
      return [...customers.values()]
    },
    add({ lines, bad, recordsRead, bytesRead }) {
      return { lines: lines.map(toSaleLine), bad, recordsRead, bytesRead }
    },
  }
}
