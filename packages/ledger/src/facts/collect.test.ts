// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerLine } from '../types.ts'
import { createFactCollector } from './collect.ts'

function aLine(changes: Partial<LedgerLine> = {}): LedgerLine {
  return {
    recordNo: 2,
    lineNo: 2,
    key: '',
    document: '1',
    day: 20_000,
    minuteOfDay: null,
    itemCode: 'A',
    itemName: 'Soap',
    quantityMilli: 1000,
    netMinor: 500,
    unitPriceMicro: 5_000_000,
    currency: 'PKR',
    customer: null,
    customerName: null,
    country: null,
    channel: null,
    status: null,
    category: null,
    kind: 'sale',
    ruleId: 'sale',
    ...changes,
  }
}

function factsOf(lines: readonly LedgerLine[]) {
  const collector = createFactCollector()
  for (const line of lines) collector.add(line)
  return collector.finish()
}

describe('daily facts', () => {
  test('are the sums of a slow twin, whatever the order of lines', () => {
    const anyLine = fc
      .record({
        day: fc.integer({ min: 20_000, max: 20_006 }),
        itemCode: fc.constantFrom('A', 'B'),
        document: fc.constantFrom('1', '2', '3'),
        quantityMilli: fc.integer({ min: 1, max: 9 }),
        netMinor: fc.integer({ min: 0, max: 99 }),
        kind: fc.constantFrom('sale', 'return', 'charge', 'adjustment', 'ignored'),
      })
      .map((changes) => aLine(changes as Partial<LedgerLine>))
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 60 }), (lines) => {
        for (const item of factsOf(lines).items) {
          const own = lines.filter((l) => l.itemCode === item.key && (l.kind === 'sale' || l.kind === 'return'))
          const days = [...new Set(own.map((l) => l.day))].sort((a, b) => a - b)
          expect([...item.days]).toEqual(days)
          days.forEach((day, i) => {
            const onDay = own.filter((l) => l.day === day)
            expect(item.quantityMilli[i]).toBe(onDay.reduce((sum, l) => sum + l.quantityMilli, 0))
            expect(item.netMinor[i]).toBe(onDay.reduce((sum, l) => sum + l.netMinor, 0))
          })
          const sold = own.filter((l) => l.kind === 'sale')
          expect(item.orders.reduce((a, b) => a + b, 0)).toBe(new Set(sold.map((l) => l.document)).size)
        }
      }),
      { seed: 53, numRuns: 300 },
    )
  })

  test('an item is called what it was called most often, and of equals what it was called last', () => {
    const named = (...names: string[]) => factsOf(names.map((itemName) => aLine({ itemName }))).items[0]?.name
    expect(named('Soap', 'soap old', 'Soap')).toBe('Soap')
    expect(named('Soap', 'New soap')).toBe('New soap')
    expect(named('', '')).toBe('A')
  })

  test('without document numbers every line of sale is an order', () => {
    expect(factsOf([aLine({ document: '' }), aLine({ document: '' })]).total.orders[0]).toBe(2)
  })

  test('values of another currency are kept apart, quantities are not', () => {
    const facts = factsOf([aLine(), aLine({ currency: 'USD', netMinor: 7 })])
    expect(facts.total.netMinor[0]).toBe(500)
    expect(facts.total.quantityMilli[0]).toBe(2000)
    expect(facts.otherCurrencies).toEqual([{ currency: 'USD', lines: 1, netMinor: 7 }])
  })

  test('an empty ledger gives empty facts', () => {
    expect(factsOf([])).toMatchObject({ firstDay: null, lastDay: null, items: [], currency: '' })
  })
})
