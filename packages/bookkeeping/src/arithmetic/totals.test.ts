// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LineInput, type LineTax, lineNet, totalsOf } from '../index.ts'
import { type Fraction, fraction, plus, roundHalfAway, times } from './fraction.testing.ts'

const standard: LineTax = { id: 'standard', ratePpm: 180_000n, perUnitThousandths: 0n, base: 'net', effect: 'added' }

function aLine(over: Partial<LineInput> = {}): LineInput {
  return {
    currency: 'PKR',
    quantityMilli: 10_000n,
    priceThousandths: 125_000_000n,
    discountMinor: 0n,
    taxes: [standard],
    ...over,
  }
}

const taxes = fc.array(
  fc.record({
    id: fc.constantFrom('standard', 'further', 'advance'),
    ratePpm: fc.bigInt(0n, 300_000n),
    perUnitThousandths: fc.bigInt(0n, 9_000_000n),
    base: fc.constantFrom('net', 'net-and-taxes', 'retail'),
    effect: fc.constantFrom('added', 'withheld'),
  }) as fc.Arbitrary<LineTax>,
  { maxLength: 3 },
)
const lines = fc.array(
  fc.record({
    currency: fc.constant('PKR'),
    quantityMilli: fc.bigInt(1n, 5_000_000n),
    priceThousandths: fc.bigInt(1_000n, 5_000_000_000n),
    discountMinor: fc.bigInt(0n, 1n),
    retailThousandths: fc.bigInt(0n, 5_000_000_000n),
    taxes,
  }),
  { maxLength: 12 },
)

/** The slow obvious way: whole fractions, rounded where the law says. */
function twinOf(line: LineInput): { net: bigint; added: bigint; withheld: bigint } {
  const per = (thousandths: bigint): Fraction =>
    times(fraction(line.quantityMilli, 1000n), fraction(thousandths, 1000n))
  const net = roundHalfAway(per(line.priceThousandths)) - line.discountMinor
  let [added, withheld] = [0n, 0n]
  for (const tax of line.taxes) {
    const retail = roundHalfAway(per(line.retailThousandths ?? 0n))
    const base = tax.base === 'net' ? net : tax.base === 'retail' ? retail : net + added
    const exact = plus(times(fraction(base, 1n), fraction(tax.ratePpm, 1_000_000n)), per(tax.perUnitThousandths))
    if (tax.effect === 'added') added += roundHalfAway(exact)
    else withheld += roundHalfAway(exact)
  }
  return { net, added, withheld }
}

test('totals are what exact fractions say, line by line', () => {
  fc.assert(
    fc.property(lines, (some) => {
      const usable = some.filter((line) => line.quantityMilli * line.priceThousandths >= 1_000_000n)
      const twins = usable.map(twinOf)
      const total = totalsOf('PKR', usable)
      const sum = (of: (twin: { net: bigint; added: bigint; withheld: bigint }) => bigint) =>
        twins.reduce((so, twin) => so + of(twin), 0n)
      expect(total.netMinor).toBe(sum(({ net }) => net))
      expect(total.taxMinor).toBe(sum(({ added }) => added))
      expect(total.withheldMinor).toBe(sum(({ withheld }) => withheld))
      expect(total.totalMinor).toBe(total.netMinor + total.taxMinor)
      expect(total.payableMinor).toBe(total.totalMinor - total.withheldMinor)
      expect(total.taxes.reduce((so, { minor }) => so + minor, 0n)).toBe(total.taxMinor + total.withheldMinor)
    }),
    { seed: 4, numRuns: 300 },
  )
})

test('a price of less than a minor unit is kept exactly: 1,000 bags at 4.75 cents are 47.50', () => {
  expect(lineNet(1_000_000n, 4_750n, 0n)).toBe(4_750n)
})

test('halves are rounded away from zero, once a line', () => {
  expect(lineNet(500n, 1_000n, 0n)).toBe(1n)
  expect(lineNet(499n, 1_000n, 0n)).toBe(0n)
})

test('a tax with a rate and an amount a unit is rounded as one: 18 % along with 60 a kilogram', () => {
  const chlorate: LineTax = { ...standard, perUnitThousandths: 6_000_000n }
  const total = totalsOf('PKR', [aLine({ quantityMilli: 2_500n, priceThousandths: 30_000_100n, taxes: [chlorate] })])
  expect(total).toMatchObject({ netMinor: 75_000n, taxMinor: 28_500n })
})

test('what the payer withholds leaves the total as it is and lowers what is paid', () => {
  const advance: LineTax = {
    id: 'advance',
    ratePpm: 5_000n,
    perUnitThousandths: 0n,
    base: 'net-and-taxes',
    effect: 'withheld',
  }
  expect(totalsOf('PKR', [aLine({ taxes: [standard, advance] })])).toMatchObject({
    netMinor: 1_250_000n,
    taxMinor: 225_000n,
    totalMinor: 1_475_000n,
    withheldMinor: 7_375n,
    payableMinor: 1_467_625n,
  })
})

test('quantities and discounts that cannot be right are refused, with the line', () => {
  const refused = (over: Partial<LineInput>) => () => totalsOf('PKR', [aLine(), aLine(over)])
  expect(refused({ quantityMilli: -1n })).toThrow(/quantity-invalid.*"place":2/)
  expect(refused({ quantityMilli: 10n ** 13n })).toThrow('bookkeeping.quantity-invalid')
  expect(refused({ priceThousandths: -1n })).toThrow('bookkeeping.price-invalid')
  expect(refused({ discountMinor: 1_250_001n })).toThrow('bookkeeping.discount-invalid')
  expect(refused({ discountMinor: -1n })).toThrow('bookkeeping.discount-invalid')
  expect(refused({ quantityMilli: 10n ** 12n, priceThousandths: 10n ** 16n })).toThrow('bookkeeping.amount-too-large')
  expect(refused({ currency: 'USD' })).toThrow(/currency-mismatch.*USD/)
  expect(refused({ taxes: [{ ...standard, ratePpm: -1n }] })).toThrow('bookkeeping.tax-invalid')
  expect(refused({ taxes: [{ ...standard, base: 'retail' }] })).toThrow('bookkeeping.retail-price-missing')
  expect(() =>
    totalsOf(
      'PKR',
      Array.from({ length: 10_001 }, () => aLine()),
    ),
  ).toThrow('bookkeeping.too-many-lines')
})

test('the example in the README gives the answers written beside it', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const promised = Object.fromEntries(
    [...code.matchAll(/^ {2}(\w+), \/\/ (\d+)n$/gm)].map(([, k, v]) => [k, BigInt(v ?? 0)]),
  )
  const run = new Function('totalsOf', `${code.replace(/^import .*$/m, '')}\nreturn answer`)
  expect(Object.keys(promised)).toHaveLength(3)
  expect(run(totalsOf)).toEqual(promised)
})
