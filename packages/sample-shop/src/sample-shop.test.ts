// SPDX-License-Identifier: Apache-2.0
import { addDays, daysBetween, plainDate, toDayNumber, weekday } from '@resham/base'
import { holidaysBetween } from '@resham/pack-kit'
import { pack } from '@resham/pack-pk'
import { describe, expect, test } from 'vitest'
import { ean13CheckDigit } from './ean13.ts'
import { generateSampleShop, type SampleLine, sampleLedgerCsv, sampleStockCsv } from './index.ts'

const lastDay = plainDate('2026-11-20')
const holidays = holidaysBetween(pack, plainDate('2021-01-01'), lastDay)
const shop = generateSampleShop({ seed: 7, lastDay, holidays })
const items = new Map(shop.items.map((item) => [item.code, item]))
const completed = shop.lines.filter((line) => line.status === 'completed')
const home = completed.filter((line) => line.channel !== 'export')

const sum = (lines: readonly SampleLine[]): number => lines.reduce((total, line) => total + line.quantity, 0)
const between = (lines: readonly SampleLine[], from: string, to: string): readonly SampleLine[] =>
  lines.filter((line) => line.day >= from && line.day <= to)

/** FNV-1a over the file: two files with the same value are the same file for all that a test can ask. */
function digest(seed: number): number {
  let hash = 0x811c9dc5
  for (const chunk of sampleLedgerCsv(generateSampleShop({ seed, lastDay, holidays }))) {
    for (let i = 0; i < chunk.length; i += 1) hash = Math.imul(hash ^ chunk.charCodeAt(i), 0x01000193)
  }
  return hash >>> 0
}

describe('the sample shop', () => {
  test('the same seed gives the same bytes, another seed another shop', () => {
    const first = digest(7)
    expect(digest(7)).toBe(first)
    expect(digest(8)).not.toBe(first)
  })

  test('it says that it is invented, in both languages', () => {
    expect(shop.invented).toBe(true)
    expect(shop.business.name.en).toContain('invented')
    expect(shop.business.name.ur).toContain('فرضی')
  })

  test('three years, four hundred items, about sixty thousand lines in order of time', () => {
    expect(daysBetween(shop.firstDay, shop.lastDay)).toBe(1095)
    expect(shop.items).toHaveLength(400)
    expect(shop.lines.length).toBeGreaterThan(55_000)
    expect(shop.lines.length).toBeLessThan(70_000)
    const times = shop.lines.map((line) => `${line.day} ${String(line.minuteOfDay).padStart(4, '0')}`)
    expect(times).toEqual([...times].sort())
    expect([shop.lines[0]?.day, shop.lines.at(-1)?.day]).toEqual([shop.firstDay, shop.lastDay])
  })

  test('a shorter history is a shorter history; a length that makes no sense is refused', () => {
    const year = generateSampleShop({ seed: 7, lastDay, holidays, years: 1 })
    expect(year.lines.length).toBeGreaterThan(15_000)
    expect(year.firstDay).toBe('2025-11-21')
    for (const years of [0, 1.5, 6, Number.NaN]) {
      expect(() => generateSampleShop({ seed: 7, lastDay, holidays, years })).toThrow('sample-shop.years-invalid')
    }
  })

  test('codes are one of a kind, barcodes are sound and for use inside a shop', () => {
    expect(items.size).toBe(400)
    expect(new Set(shop.items.map((item) => item.barcode)).size).toBe(400)
    // GS1 General Specifications, worked example of a check digit: 629104150021 has 3.
    expect(ean13CheckDigit('629104150021')).toBe(3)
    for (const { barcode } of shop.items) {
      expect(barcode).toMatch(/^2\d{12}$/)
      expect(ean13CheckDigit(barcode.slice(0, 12))).toBe(Number(barcode[12]))
    }
  })

  test('every line names an item, a customer and a price that exist', () => {
    const known = new Set(shop.customers.map((customer) => customer.code))
    for (const line of shop.lines) {
      const sound =
        items.has(line.itemCode) &&
        (line.customer === '' || known.has(line.customer)) &&
        Number.isSafeInteger(line.unitPriceMinor) &&
        line.unitPriceMinor > 0 &&
        line.quantity !== 0 &&
        line.quantity < 0 === (line.status === 'returned') &&
        line.minuteOfDay >= 0 &&
        line.minuteOfDay < 1440
      if (!sound) throw new Error(JSON.stringify(line))
    }
  })

  test('selling is worth its while: every item costs less than it sells for at home', () => {
    const lastPrice = new Map(
      home.filter((line) => line.channel === 'shop').map((line) => [line.itemCode, line.unitPriceMinor]),
    )
    for (const [code, price] of lastPrice) {
      const cost = items.get(code)?.costMinor ?? Number.NaN
      expect(cost / price).toBeGreaterThan(0.4)
      expect(cost / price).toBeLessThan(0.95)
    }
  })

  test('export is about as large as home in money, in few and large orders of whole cartons', () => {
    const value = (lines: readonly SampleLine[]) =>
      lines.reduce((total, line) => total + line.quantity * line.unitPriceMinor, 0)
    const abroad = completed.filter((line) => line.channel === 'export')
    expect(value(abroad) / value(home)).toBeGreaterThan(0.5)
    expect(value(abroad) / value(home)).toBeLessThan(4)
    expect(new Set(abroad.map((line) => line.document)).size).toBeLessThan(1000)
    for (const line of abroad) expect(line.quantity % (items.get(line.itemCode)?.packSize ?? 0)).toBe(0)
  })

  test('a small part comes back or is cancelled', () => {
    const share = (status: string) => shop.lines.filter((line) => line.status === status).length / shop.lines.length
    for (const status of ['returned', 'cancelled']) {
      expect(share(status)).toBeGreaterThan(0.005)
      expect(share(status)).toBeLessThan(0.03)
    }
  })
})

describe('what was put in can be found again', () => {
  test('the lost customer was the largest, and ordered nothing in the last four months', () => {
    const { code, lastOrder } = shop.truth.lostCustomer
    const worth = new Map<string, number>()
    for (const line of completed) {
      if (line.customer !== '')
        worth.set(line.customer, (worth.get(line.customer) ?? 0) + line.quantity * line.unitPriceMinor)
    }
    expect(Math.max(...worth.values())).toBe(worth.get(code))
    expect(daysBetween(lastOrder, lastDay)).toBeGreaterThan(120)
    expect(completed.findLast((line) => line.customer === code)?.day).toBe(lastOrder)
  })

  test('the missing item sold well before and after, and not at all between', () => {
    const { itemCode, from, to } = shop.truth.stockOut
    const sold = completed.filter((line) => line.itemCode === itemCode)
    expect(between(sold, from, to)).toEqual([])
    expect(between(sold, addDays(from, -26), addDays(from, -1)).length).toBeGreaterThan(10)
    expect(between(sold, addDays(to, 1), addDays(to, 26)).length).toBeGreaterThan(10)
  })

  test('the last days before each Eid ul-Fitr sell at least twice as much as the same weekdays six weeks before', () => {
    const feasts = shop.truth.holidayEffects.filter(
      (effect) => effect.id === 'eid-ul-fitr' && effect.from > addDays(shop.firstDay, 60),
    )
    expect(feasts.length).toBe(3)
    for (const { from, eveFactor, dayFactor } of feasts) {
      const eve = sum(between(home, addDays(from, -5), addDays(from, -1)))
      const usual = sum(between(home, addDays(from, -47), addDays(from, -43)))
      const feast = sum(between(home, from, addDays(from, 2)))
      expect(eveFactor).toBeGreaterThan(2)
      expect(dayFactor).toBeLessThan(0.5)
      expect(eve / usual).toBeGreaterThan(2)
      expect(feast / usual).toBeLessThan(0.4)
    }
  })

  test('cricket goods sell better in winter, and in Ramadan under lights', () => {
    const cricket = home.filter((line) => items.get(line.itemCode)?.category.startsWith('Cricket'))
    const share = (from: string, to: string) => sum(between(cricket, from, to)) / sum(between(home, from, to))
    expect(share('2025-12-01', '2026-01-31') / share('2025-06-10', '2025-08-10')).toBeGreaterThan(1.5)
    expect(share('2024-03-12', '2024-04-09') / share('2024-04-14', '2024-05-12')).toBeGreaterThan(1.1)
  })

  test('Sunday is the quietest day of the week and Saturday the busiest', () => {
    const byDay = Array.from({ length: 7 }, (_, day) =>
      sum(home.filter((line) => weekday(toDayNumber(line.day)) === day)),
    )
    expect(byDay.indexOf(Math.min(...byDay))).toBe(0)
    expect(byDay.indexOf(Math.max(...byDay))).toBe(6)
  })

  test('a category grows or shrinks as its trend says', () => {
    const firstYear = addDays(shop.firstDay, 364)
    const lastYear = addDays(lastDay, -364)
    const total = (category: string, from: string, to: string) =>
      sum(between(home, from, to).filter((line) => items.get(line.itemCode)?.category === category))
    for (const { category, yearly } of shop.truth.trends) {
      const growth = total(category, lastYear, lastDay) / total(category, shop.firstDay, firstYear)
      // Two years apart; the last Eid may fall on the other side of a year's edge.
      expect(growth / (1 + yearly) ** 2).toBeGreaterThan(0.8)
      expect(growth / (1 + yearly) ** 2).toBeLessThan(1.25)
    }
  })

  test('prices step up on the days named and stand still between', () => {
    const code = 'FB1-5-WHI'
    const steps = shop.truth.priceChanges
      .filter((change) => change.category === 'Footballs')
      .map((change) => change.day)
    expect(steps.length).toBeGreaterThanOrEqual(4)
    const atShop = home.filter((line) => line.itemCode === code && line.channel === 'shop')
    const edges = [shop.firstDay, ...steps, addDays(lastDay, 1)]
    const prices = edges.slice(1).map((end, i) => {
      const found = new Set(between(atShop, edges[i] ?? end, addDays(end, -1)).map((line) => line.unitPriceMinor))
      expect(found.size).toBeLessThanOrEqual(1)
      return [...found][0] ?? 0
    })
    const seen = prices.filter((price) => price > 0)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('some items are about to run out and some lie for long', () => {
    expect(shop.items.filter((item) => item.stockOnHand === 0).length).toBeGreaterThan(5)
    expect(shop.items.every((item) => item.stockOnHand >= 0 && item.minimumOrder % item.packSize === 0)).toBe(true)
  })
})

describe('the files', () => {
  test('the ledger has one record a line and adds up to the books', () => {
    const text = [...sampleLedgerCsv(shop)].join('')
    const [header = '', ...records] = text.trimEnd().split('\r\n')
    expect(records).toHaveLength(shop.lines.length)
    const columns = header.split(',')
    // Names are quoted and may hold commas; what is counted stands outside quotes.
    const cells = records.map((record) => record.replaceAll(/"(?:[^"]|"")*"/g, 'x').split(','))
    expect(cells.every((record) => record.length === columns.length)).toBe(true)
    const quantity = columns.indexOf('Quantity')
    const price = columns.indexOf('Unit price')
    const net = cells.reduce((total, record) => total + Number(record[quantity]) * Number(record[price]), 0)
    const books = shop.lines.reduce((total, line) => total + line.quantity * line.unitPriceMinor, 0)
    expect(Math.round(net * 100)).toBe(books)
  })

  test('the stock file names every item once', () => {
    const records = sampleStockCsv(shop).trimEnd().split('\r\n').slice(1)
    expect(records.map((record) => record.split(',')[0])).toEqual(shop.items.map((item) => item.code))
  })
})
