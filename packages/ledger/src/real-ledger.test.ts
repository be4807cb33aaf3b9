// SPDX-License-Identifier: Apache-2.0
import { createReadStream, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { fromDayNumber } from '@resham/base'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { createFactCollector, type Facts } from './facts/collect.ts'
import { sniffLedger } from './layout/sniff.ts'
import { publicData } from './ledger.testing.ts'
import { readLedger } from './read-ledger.ts'
import { defaultRules } from './rules/default-rules.ts'

const file = publicData('sales/online_retail_2010-12_2011-08.csv.gz')

/** What is no goods in this ledger, by its own stock codes: a list made by looking at all of them. */
const notGoods = new Set(['POST', 'DOT', 'M', 'm', 'D', 'S', 'B', 'C2', 'C3', 'CRUK', 'AMAZONFEE', 'BANK CHARGES'])

type Totals = { lines: number; byMonth: Record<string, number>; byItem: Record<string, number>; quantity: number }

/** Totals by another reader, in plain decimals of text, with none of the code under test. */
function independentTotals(path: string): Totals {
  const rows = parse(gunzipSync(readFileSync(path)), { from_line: 2 }) as string[][]
  const totals: Totals = { lines: rows.length, byMonth: {}, byItem: {}, quantity: 0 }
  for (const [, code = '', name = '', quantity = '', date = '', price = '', customer = ''] of rows) {
    const cents = Math.round(Number(quantity) * Math.round(Number(price) * 1000)) / 10
    const net = Math.sign(cents) * Math.round(Math.abs(cents))
    if (notGoods.has(code) || code.startsWith('gift_') || name.includes('Gift Voucher')) continue
    // Stock taken out or put in, not sold: no value, and no buyer or less than nothing of it.
    if (net === 0 && (customer === '' || Number(quantity) < 0)) continue
    const month = date.slice(0, 7)
    totals.byMonth[month] = (totals.byMonth[month] ?? 0) + net
    totals.byItem[code] = (totals.byItem[code] ?? 0) + net
    totals.quantity += Number(quantity)
  }
  return totals
}

async function read(path: string): Promise<{ facts: Facts; lines: number; bad: number; keys: number }> {
  const source = () => createReadStream(path, { highWaterMark: 262_144 })
  const { layout } = await sniffLedger(source)
  const collector = createFactCollector()
  const keys = new Set<string>()
  let [lines, bad] = [0, 0]
  const money = { defaultCurrency: 'GBP', currencyDecimals: () => 2 }
  for await (const batch of readLedger(source, layout, defaultRules, money)) {
    lines += batch.lines.length
    bad += batch.bad.length
    for (const line of batch.lines) {
      keys.add(line.key)
      collector.add(line)
    }
  }
  return { facts: collector.finish(), lines, bad, keys: keys.size }
}

const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0)

describe('the public ledger of 320,705 lines', () => {
  test.runIf(file)(
    'gives the totals that another reader gives: lines, net by month, top 20 items',
    { timeout: 60_000 },
    async () => {
      const expected = independentTotals(file ?? '')
      const { facts, lines, bad, keys } = await read(file ?? '')
      expect({ lines, bad, keys }).toEqual({ lines: 320_705, bad: 0, keys: 320_705 })
      expect(expected.lines).toBe(lines)

      const byMonth: Record<string, number> = {}
      facts.total.days.forEach((day, i) => {
        const month = fromDayNumber(day).slice(0, 7)
        byMonth[month] = (byMonth[month] ?? 0) + (facts.total.netMinor[i] ?? 0)
      })
      expect(byMonth).toEqual(expected.byMonth)
      expect(sum(facts.total.quantityMilli)).toBe(expected.quantity * 1000)

      const top = Object.entries(expected.byItem)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 20)
      expect(facts.items.slice(0, 20).map((item) => [item.key, sum(item.netMinor)])).toEqual(top)
    },
  )
})
