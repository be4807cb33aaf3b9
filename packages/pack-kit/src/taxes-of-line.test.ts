// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pack } from './pack.ts'
import { type TaxedLine, taxesOfLine } from './taxes-of-line.ts'
import { withholdingOf } from './withholding.ts'

type Row = Pack['tax']['rows'][number]

function aRow(rest: Partial<Row> = {}): Row {
  return {
    code: 'vat',
    names: { en: 'Tax', ur: 'ٹیکس' },
    kind: 'value-added',
    amount: { type: 'rate', rate: '18/100' },
    base: 'net',
    on: [],
    included: false,
    classes: ['usual'],
    sellers: null,
    buyers: null,
    rounding: { to: '1', way: 'near' },
    check: false,
    valid_from: '2020-01-01',
    valid_to: null,
    source: 'Made up for a test',
    ...rest,
  }
}

function aLine(rest: Partial<TaxedLine> = {}): TaxedLine {
  const usual = { day: plainDate('2026-11-25'), taxClass: 'usual', seller: 'a', buyer: 'b', quantityMilli: 1000n }
  return { ...usual, netMinor: 100_000n, retailPriceMinor: null, ...rest }
}

const amounts = (rows: readonly Row[], line: TaxedLine) => taxesOfLine(rows, line).map((tax) => tax.amountMinor)

describe('taxes of a line', () => {
  test('a share of the net, halves away from zero', () => {
    expect(amounts([aRow()], aLine())).toEqual([18_000n])
    expect(amounts([aRow({ amount: { type: 'rate', rate: '1/200' } })], aLine({ netMinor: 100n }))).toEqual([1n])
  })

  test('a tax on a tax stands on it, whichever row comes first', () => {
    const excise = aRow({ code: 'excise', kind: 'excise', amount: { type: 'rate', rate: '10/100' } })
    const vat = aRow({ on: ['excise'] })
    // 1,000.00 and 10 % of it are 1,100.00; 18 % of that are 198.00.
    for (const rows of [
      [excise, vat],
      [vat, excise],
    ])
      expect(amounts(rows, aLine())).toEqual([10_000n, 19_800n])
  })

  test('on the printed price the net does not matter', () => {
    const row = aRow({ base: 'retail-price' })
    expect(amounts([row], aLine({ netMinor: 1n, quantityMilli: 100_000n, retailPriceMinor: 1000n }))).toEqual([18_000n])
    expect(() => taxesOfLine([row], aLine())).toThrow('taxes.retail-price-missing')
  })

  test('a price that contains its tax keeps it: 118 of which 18', () => {
    expect(taxesOfLine([aRow({ included: true })], aLine({ netMinor: 11_800n }))).toMatchObject([
      { amountMinor: 1_800n, included: true },
    ])
  })

  test('so much for each step, and a step that has begun counts where it says so', () => {
    const dozen = (started: boolean) =>
      aRow({ base: 'none', amount: { type: 'per-quantity', minor: '150', stepMilli: '12000', started } })
    expect(amounts([dozen(true)], aLine({ quantityMilli: 13_000n }))).toEqual([300n])
    expect(amounts([dozen(false)], aLine({ quantityMilli: 18_000n }))).toEqual([225n])
    expect(amounts([dozen(true)], aLine({ quantityMilli: -13_000n }))).toEqual([-300n])
  })

  test('steps of five: near, up and down', () => {
    const by = (way: 'near' | 'up' | 'down') =>
      amounts([aRow({ rounding: { to: '5', way } })], aLine({ netMinor: 71n }))
    // 18 % of 71 are 12.78.
    expect([by('near'), by('up'), by('down')]).toEqual([[15n], [15n], [10n]])
  })

  test('rows hold on their days, for their classes and their parties', () => {
    const row = aRow({ valid_to: '2026-11-25', sellers: ['a'], buyers: ['b'] })
    expect(amounts([row], aLine())).toHaveLength(1)
    expect(amounts([row], aLine({ day: plainDate('2026-11-26') }))).toEqual([])
    expect(amounts([row], aLine({ day: plainDate('2019-12-31') }))).toEqual([])
    expect(amounts([row], aLine({ seller: 'x' }))).toEqual([])
    expect(amounts([row], aLine({ buyer: 'x' }))).toEqual([])
    expect(amounts([row], aLine({ taxClass: 'x' }))).toEqual([])
  })

  test('rows in a ring are refused', () => {
    const ring = [aRow({ code: 'one', on: ['two'] }), aRow({ code: 'two', on: ['one'] })]
    expect(() => taxesOfLine(ring, aLine())).toThrow('taxes.rows-in-a-ring')
  })

  test('a return takes back exactly what the sale took', () => {
    const rows = [
      aRow({ rounding: { to: '5', way: 'up' } }),
      aRow({ code: 'levy', kind: 'levy', base: 'none', on: ['vat'], amount: { type: 'rate', rate: '1/7' } }),
      aRow({
        code: 'box',
        base: 'none',
        amount: { type: 'per-quantity', minor: '7', stepMilli: '12000', started: true },
      }),
    ]
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (netMinor, q) => {
        const there = amounts(rows, aLine({ netMinor, quantityMilli: q }))
        const back = amounts(rows, aLine({ netMinor: -netMinor, quantityMilli: -q }))
        expect(back).toEqual(there.map((amount) => -amount))
      }),
      { seed: 4, numRuns: 200 },
    )
  })

  test('a share is never more than half a step from the exact fraction', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: 0n, max: 999n }),
        fc.bigInt({ min: 1n, max: 999n }),
        fc.constantFrom(1n, 5n, 100n),
        (netMinor, top, bottom, to) => {
          const row = aRow({
            amount: { type: 'rate', rate: `${top}/${bottom}` },
            rounding: { to: `${to}`, way: 'near' },
          })
          const [amount = 0n] = amounts([row], aLine({ netMinor }))
          const error = amount * bottom - netMinor * top
          return amount % to === 0n && 2n * (error < 0n ? -error : error) <= bottom * to
        },
      ),
      { seed: 4, numRuns: 300 },
    )
  })
})

test('what is kept back of a payment: a share of the tax, once the year has come to enough', () => {
  const row: Pack['tax']['withholding'][number] = {
    code: 'share',
    names: { en: 'Share', ur: 'حصہ' },
    of: 'tax',
    rate: '1/5',
    what: 'goods',
    payers: ['agent'],
    payees: null,
    yearlyFromMinor: '5000',
    check: false,
    valid_from: '2020-01-01',
    valid_to: null,
    source: 'Made up for a test',
  }
  const payment = {
    day: plainDate('2026-11-25'),
    what: 'goods',
    payer: 'agent',
    payee: 'any',
    paymentMinor: 118_000n,
  } as const
  expect(withholdingOf([row], { ...payment, taxMinor: 18_003n, yearMinor: 118_000n })).toEqual([
    { code: 'share', base: 18_003n, rate: '1/5', amountMinor: 3_601n },
  ])
  expect(withholdingOf([row], { ...payment, taxMinor: 18_003n, yearMinor: 4_999n })).toEqual([])
  expect(withholdingOf([row], { ...payment, payer: 'any', taxMinor: 1n, yearMinor: 9_999n })).toEqual([])
})
