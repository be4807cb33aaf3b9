// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction, roundHalfAway } from '../arithmetic/fraction.testing.ts'
import {
  type AverageCost,
  addValueAtAverage,
  type CostLayer,
  issueAtAverage,
  issueFromLayers,
  noStock,
  receiveAtAverage,
  spreadCost,
} from '../index.ts'

const moves = fc.array(
  fc.record({ isIn: fc.boolean(), quantityMilli: fc.bigInt(1n, 50_000n), valueMinor: fc.bigInt(0n, 9_000_000n) }),
  { maxLength: 60 },
)

test('10 at 100 and 10 at 120 average 110: 5 sold cost 550, the rest stand at 1,650', () => {
  let { cost } = receiveAtAverage(noStock, 10_000n, 100_000n)
  cost = receiveAtAverage(cost, 10_000n, 120_000n).cost
  const sold = issueAtAverage(cost, 5_000n)
  expect(sold.costMinor).toBe(55_000n)
  expect(sold.cost).toMatchObject({ quantityMilli: 15_000n, valueMinor: 165_000n })
})

test('three for a rupee: each piece sold takes its share, and the last leaves nothing', () => {
  let { cost } = receiveAtAverage(noStock, 3_000n, 100n)
  const taken: bigint[] = []
  for (let i = 0; i < 3; i++) {
    const sold = issueAtAverage(cost, 1_000n)
    taken.push(sold.costMinor)
    cost = sold.cost
  }
  expect(taken).toEqual([33n, 34n, 33n])
  expect(cost).toMatchObject({ quantityMilli: 0n, valueMinor: 0n })
})

test('value never drifts: what came in less what went out and was corrected is what stands there', () => {
  fc.assert(
    fc.property(moves, (some) => {
      let cost: AverageCost = noStock
      let inOut = 0n
      for (const { isIn, quantityMilli, valueMinor } of some) {
        if (isIn) {
          const receipt = receiveAtAverage(cost, quantityMilli, valueMinor)
          inOut += valueMinor - receipt.correctionMinor
          cost = receipt.cost
        } else {
          const issue = issueAtAverage(cost, quantityMilli, true)
          inOut -= issue.costMinor
          cost = issue.cost
        }
        expect(cost.valueMinor).toBe(inOut)
        if (cost.quantityMilli === 0n) expect(cost.valueMinor).toBe(0n)
        if (cost.quantityMilli > 0n) expect(cost.valueMinor >= 0n).toBe(true)
        if (cost.quantityMilli < 0n) expect(cost.valueMinor <= 0n).toBe(true)
      }
    }),
    { seed: 4, numRuns: 300 },
  )
})

test('without going below zero, each issue is the exact average, rounded once', () => {
  fc.assert(
    fc.property(moves, (some) => {
      let cost: AverageCost = noStock
      for (const { isIn, quantityMilli, valueMinor } of some) {
        if (isIn) cost = receiveAtAverage(cost, quantityMilli, valueMinor).cost
        else if (quantityMilli > cost.quantityMilli)
          expect(() => issueAtAverage(cost, quantityMilli)).toThrow('stock-short')
        else {
          const twin = roundHalfAway(fraction(cost.valueMinor * quantityMilli, cost.quantityMilli))
          const issue = issueAtAverage(cost, quantityMilli)
          expect(issue.costMinor).toBe(twin)
          cost = issue.cost
        }
      }
    }),
    { seed: 5, numRuns: 200 },
  )
})

test('sold before it came: the guess is put right when the goods come', () => {
  // 2 on hand at 100 each; 5 sold: 3 of them at a guess of 100. Then 10 come at 130.
  const { cost } = receiveAtAverage(noStock, 2_000n, 20_000n)
  const sold = issueAtAverage(cost, 5_000n, true)
  expect(sold).toMatchObject({ costMinor: 50_000n, cost: { quantityMilli: -3_000n, valueMinor: -30_000n } })
  const came = receiveAtAverage(sold.cost, 10_000n, 130_000n)
  expect(came).toMatchObject({ correctionMinor: 9_000n, cost: { quantityMilli: 7_000n, valueMinor: 91_000n } })
})

test('freight on goods of which some are gone stays with those that are there', () => {
  const { cost } = receiveAtAverage(noStock, 4_000n, 40_000n)
  expect(addValueAtAverage(cost, 10_000n, 1_000n)).toMatchObject({ soldMinor: 600n, cost: { valueMinor: 40_400n } })
  expect(addValueAtAverage(noStock, 10_000n, 1_000n)).toMatchObject({ soldMinor: 1_000n, cost: { valueMinor: 0n } })
  // A cheaper bill takes no more than there is.
  expect(addValueAtAverage(cost, 4_000n, -50_000n)).toMatchObject({ soldMinor: -10_000n, cost: { valueMinor: 0n } })
})

test('layers: the oldest go first, and all that went is all that came', () => {
  const layers: CostLayer[] = [
    { id: 'march', quantityMilli: 10_000n, valueMinor: 100_000n },
    { id: 'april', quantityMilli: 10_000n, valueMinor: 120_000n },
  ]
  const sold = issueFromLayers(layers, 15_000n)
  expect(sold.costMinor).toBe(160_000n)
  expect(sold.layers).toEqual([{ id: 'april', quantityMilli: 5_000n, valueMinor: 60_000n }])
  expect(sold.taken.map(({ id, valueMinor }) => [id, valueMinor])).toEqual([
    ['march', 100_000n],
    ['april', 60_000n],
  ])
  expect(() => issueFromLayers(layers, 20_001n)).toThrow('bookkeeping.stock-short')
  expect(() => issueFromLayers(layers, 0n)).toThrow('bookkeeping.quantity-invalid')
})

test('layers taken in any steps cost what they stood at; pieces in one row are the slow twin', () => {
  const someLayers = fc.array(
    fc.record({ id: fc.uuid(), quantityMilli: fc.bigInt(1n, 9n), valueMinor: fc.bigInt(0n, 99n) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(someLayers, fc.array(fc.bigInt(1n, 9n)), (layers, steps) => {
      // Twin: one entry a thousandth of a piece, with its layer.
      const row = layers.flatMap((layer) => Array.from({ length: Number(layer.quantityMilli) }, () => layer.id))
      let [left, cost]: [readonly CostLayer[], bigint] = [layers, 0n]
      for (const step of [...steps, BigInt(row.length)]) {
        const wanted = step < BigInt(row.length) ? step : BigInt(row.length)
        if (wanted === 0n) continue
        const sold = issueFromLayers(left, wanted)
        const twin = row.splice(0, Number(wanted))
        expect(sold.taken.flatMap(({ id, quantityMilli }) => Array(Number(quantityMilli)).fill(id))).toEqual(twin)
        cost += sold.costMinor
        left = sold.layers
      }
      expect(left).toEqual([])
      expect(cost).toBe(layers.reduce((so, { valueMinor }) => so + valueMinor, 0n))
    }),
    { seed: 4, numRuns: 200 },
  )
})

const aSpreadLine = (valueMinor: bigint, weightGrams = 0n, quantityMilli = 1_000n) => ({
  valueMinor,
  weightGrams,
  quantityMilli,
})

test('100 over three equal lines is 34, 33, 33', () => {
  expect(spreadCost(100n, [aSpreadLine(5n), aSpreadLine(5n), aSpreadLine(5n)], 'value')).toEqual([34n, 33n, 33n])
  expect(spreadCost(100n, [aSpreadLine(5n, 0n), aSpreadLine(5n, 700n), aSpreadLine(5n, 300n)], 'weight')).toEqual([
    0n,
    70n,
    30n,
  ])
})

test('a cost is spread to the last minor unit, each line within one of its exact share', () => {
  const weights = fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 12n), weights, (cost, some) => {
      const whole = some.reduce((so, weight) => so + weight, 0n)
      const lines = some.map((weight) => aSpreadLine(weight))
      if (whole === 0n) {
        expect(() => spreadCost(cost, lines, 'value')).toThrow('bookkeeping.spread-of-nothing')
        return
      }
      const shares = spreadCost(cost, lines, 'value')
      expect(shares.reduce((so, part) => so + part, 0n)).toBe(cost)
      shares.forEach((part, i) => {
        const off = part * whole - cost * (some[i] ?? 0n)
        expect(off > -whole && off < whole).toBe(true)
      })
    }),
    { seed: 4, numRuns: 200 },
  )
  expect(() => spreadCost(-1n, [aSpreadLine(1n)], 'value')).toThrow('bookkeeping.amount-invalid')
})
