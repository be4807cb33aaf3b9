// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanLine, Supply } from '../types.ts'
import { normalDemand } from './a-demand.testing.ts'
import { stepsOf, withinBudget } from './budget.ts'
import { planItem } from './plan-item.ts'

function aLine(key: string, daily: number, spread: number, price: number, supply: Partial<Supply> = {}): PlanLine {
  const demand = normalDemand(daily, spread, { price })
  return planItem({ key, code: key, name: key, category: null }, demand, { key, onHand: 0, ...supply }, { today: 0 })
}

const anyLines = fc
  .array(
    fc.record({
      daily: fc.double({ min: 0.05, max: 3, noNaN: true }),
      spread: fc.double({ min: 0, max: 3, noNaN: true }),
      price: fc.integer({ min: 1, max: 1000 }),
      packSize: fc.constantFrom(6, 24, 40),
      minimumOrder: fc.constantFrom(0, 48),
      onHand: fc.integer({ min: 0, max: 60 }),
      unitCost: fc.option(fc.integer({ min: 1, max: 600 })),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((rows) => rows.map(({ daily, spread, price, ...supply }, i) => aLine(`i${i}`, daily, spread, price, supply)))
const anyBudget = fc.integer({ min: 0, max: 100_000 })

/** The best gain by trying every number of steps of every line. */
function bestGain(lines: readonly PlanLine[], budget: number): number {
  const steps = lines.map((line, i) => stepsOf(line, i))
  const search = (line: number, left: number): number => {
    if (line === steps.length) return 0
    let best = search(line + 1, left)
    let gain = 0
    let cost = 0
    for (const step of steps[line] ?? []) {
      gain += step.gain
      cost += step.cost
      if (cost > left) break
      best = Math.max(best, gain + search(line + 1, left - cost))
    }
    return best
  }
  return search(0, budget)
}

function gainOf(lines: readonly PlanLine[], chosen: readonly { readonly key: string; readonly quantity: number }[]) {
  return lines.reduce((total, line, i) => {
    let left = chosen.find(({ key }) => key === line.key)?.quantity ?? 0
    return stepsOf(line, i).reduce((sum, step) => {
      if (left < step.quantity - 1e-6) return sum
      left -= step.quantity
      return sum + step.gain
    }, total)
  }, 0)
}

describe('a budget', () => {
  test('is never exceeded, and what was bought and left adds up to what was wanted', () => {
    fc.assert(
      fc.property(anyLines, anyBudget, (lines, budget) => {
        const plan = withinBudget(lines, budget)
        expect(plan.spent).toBeLessThanOrEqual(budget)
        expect(plan.chosen.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(plan.spent, 4)
        const wanted = lines.reduce((sum, line) => sum + (line.cost ?? 0), 0)
        expect(plan.spent + plan.leftOutCost).toBeCloseTo(wanted, 4)
        for (const { key, quantity } of plan.chosen) {
          const line = lines.find((one) => one.key === key)
          expect(quantity % (line?.packSize ?? 1)).toBe(0)
          expect(quantity).toBeGreaterThanOrEqual(line?.minimumOrder ?? 0)
          expect(quantity).toBeLessThanOrEqual(line?.orderQuantity ?? 0)
        }
      }),
      { seed: 18, numRuns: 300 },
    )
  })

  // Steps of one worth differ by the noise of floating sums, and a later one must not be bought before the first.
  test('buys of each of 3,000 plans nothing below the minimum and no part of a pack', () => {
    const random = seededRandom(21)
    for (let plan = 0; plan < 3000; plan++) {
      const lines = Array.from({ length: 1 + random.integer(4) }, (_, i) => {
        const packSize = [1, 6, 10, 12, 25][random.integer(5)] as number
        const unitCost = random.integer(2) === 0 ? null : 1 + random.integer(900)
        const supply = { packSize, minimumOrder: random.integer(8) * packSize, onHand: random.integer(30), unitCost }
        return aLine(`i${i}`, 0.1 + 5 * random.next(), 3 * random.next(), 1 + random.integer(900), supply)
      })
      const budget = random.integer(2) === 0 ? random.integer(5000) : random.integer(200_000)
      const { chosen, spent } = withinBudget(lines, budget)
      expect(spent).toBeLessThanOrEqual(budget)
      for (const { key, quantity } of chosen) {
        const line = lines.find((one) => one.key === key)
        expect(quantity).toBeGreaterThanOrEqual(line?.minimumOrder ?? Number.NaN)
        expect(quantity % (line?.packSize ?? 0)).toBe(0)
      }
    }
  })

  test('saves what the best of all choices saves, less at most one step that did not fit', () => {
    fc.assert(
      fc.property(anyLines, anyBudget, (lines, budget) => {
        const best = bestGain(lines, budget)
        const mine = gainOf(lines, withinBudget(lines, budget).chosen)
        const largest = Math.max(0, ...lines.flatMap((line, i) => stepsOf(line, i).map(({ gain }) => gain)))
        expect(mine).toBeLessThanOrEqual(best + 1e-6)
        expect(mine).toBeGreaterThanOrEqual(best - largest - 1e-6)
      }),
      { seed: 19, numRuns: 300 },
    )
  })

  test('that is enough buys everything; none buys nothing', () => {
    const lines = [aLine('a', 1, 1, 100), aLine('b', 2, 1, 50, { packSize: 12 })]
    const all = withinBudget(lines, 1e9)
    expect(all.chosen.map(({ key, quantity }) => [key, quantity])).toEqual(
      lines.map(({ key, orderQuantity }) => [key, orderQuantity]),
    )
    expect(all.leftOut).toBe(0)
    expect(withinBudget(lines, 0)).toMatchObject({ spent: 0, chosen: [], leftOut: 2 })
  })

  test('goes first where a rupee saves more margin', () => {
    const rich = aLine('rich', 1, 0.5, 1000, { unitCost: 200, packSize: 40 })
    const poor = aLine('poor', 1, 0.5, 1000, { unitCost: 900, packSize: 40 })
    expect(withinBudget([poor, rich], 9000).chosen.map(({ key }) => key)).toEqual(['rich'])
  })

  test('steps of a line are worth less and less for their money', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        lines.forEach((line, i) => {
          const ratios = stepsOf(line, i).map(({ gain, cost }) => gain / cost)
          ratios.slice(1).forEach((ratio, k) => {
            expect(ratio).toBeLessThanOrEqual((ratios[k] as number) * (1 + 1e-9) + 1e-9)
          })
        })
      }),
      { seed: 20 },
    )
  })

  test('that is no sum is refused', () => {
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => withinBudget([], wrong)).toThrow('planning.budget-invalid')
    }
  })
})
