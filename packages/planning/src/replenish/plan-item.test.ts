// SPDX-License-Identifier: Apache-2.0
import { declined } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanLine, Supply } from '../types.ts'
import { normalDemand } from './a-demand.testing.ts'
import { demandFromAverage } from './demand.ts'
import { orderQuantity } from './order-quantity.ts'
import { planItem } from './plan-item.ts'

const item = { key: 'a', code: 'A', name: 'Bat', category: null }
const today = 20_000
const demand = normalDemand(10, 6)

function plan(supply: Partial<Supply> = {}, of = demand, soldSince = 0): PlanLine {
  return planItem(item, of, { key: 'a', onHand: 0, ...supply }, { today, soldSince })
}

const anySupply = fc.record({
  onHand: fc.integer({ min: 0, max: 900 }),
  onOrder: fc.integer({ min: 0, max: 300 }),
  leadTimeDays: fc.integer({ min: 0, max: 90 }),
  reviewDays: fc.integer({ min: 1, max: 40 }),
  serviceLevelPercent: fc.double({ min: 50, max: 99.9, noNaN: true }),
  packSize: fc.constantFrom(1, 6, 12, 144),
  minimumOrder: fc.constantFrom(0, 10, 100, 500),
})
const anyDemand = fc.oneof(
  fc
    .record({
      daily: fc.double({ min: 0.1, max: 30, noNaN: true }),
      spread: fc.double({ min: 0, max: 20, noNaN: true }),
    })
    .map(({ daily, spread }) => normalDemand(daily, spread)),
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 52 }).map((y) => {
    const made = demandFromAverage(y, 500)
    if (made.kind === 'declined') throw new Error('one week is enough')
    return made
  }),
)

describe('the reorder point', () => {
  // s = x_(R+L) + k sigma_(R+L): Silver, Pyke and Thomas, 4th ed., 2017, chapter 6. Ten a day with deviation 6 over
  // 21 + 7 days: 280 + 1.645 * 6 * sqrt(28) = 332.2 at 95 %; k = 1.282 and 2.326 at 90 % and 99 %.
  test.each([
    [90, 321],
    [95, 333],
    [99, 354],
  ])('for normal demand at %f %% is mean plus k deviations', (serviceLevelPercent, level) => {
    expect(plan({ serviceLevelPercent }).reorderPoint).toBe(level)
  })

  test('for 99.9 % lies above that for 99.5 %, about where normal demand has it', () => {
    const at = (serviceLevelPercent: number): number => plan({ serviceLevelPercent }).reorderPoint
    expect(at(99.5)).toBe(362)
    expect(at(99.7)).toBeGreaterThan(at(99.5))
    // 280 + 3.090 * 6 * sqrt(28) = 378.1; the exponential tail falls off a little more slowly.
    expect(at(99.9)).toBeGreaterThanOrEqual(378)
    expect(at(99.9)).toBeLessThan(384)
  })

  test('an order brings stock a month above it, or a review, when that is longer', () => {
    expect(plan().target).toBe(333 + 300)
    expect(plan().orderQuantity).toBe(333 + 300)
    const rare = plan({ reviewDays: 60 })
    expect(rare.target).toBe(rare.reorderPoint + 600)
  })

  test('of three lead times of stock nothing is ordered, unless demand is very uneven', () => {
    expect(plan({ onHand: 63 * 10 })).toMatchObject({ urgency: 'later', orderQuantity: 0 })
    expect(plan({ onHand: 63 * 10 }, normalDemand(10, 30)).urgency).toBe('soon')
    expect(plan({ onHand: 63 * 10 }, normalDemand(10, 60)).urgency).toBe('now')
  })

  test('a shop that follows the plan every week orders about once a month', () => {
    let onHand = 400
    const arriving = [0, 0, 0]
    let orders = 0
    for (let week = 0; week < 520; week++) {
      const quantity = plan({ onHand, onOrder: arriving.reduce((a, b) => a + b, 0) }).orderQuantity
      if (quantity > 0) orders += 1
      onHand += (arriving.shift() ?? 0) - 70
      arriving.push(quantity)
      expect(onHand).toBeGreaterThanOrEqual(0)
    }
    expect(orders / 10).toBeGreaterThan(9)
    expect(orders / 10).toBeLessThan(13)
  })

  test('a longer way and rarer orders need more', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, fc.integer({ min: 0, max: 60 }), (of, supply, more) => {
        const longer = plan({ ...supply, leadTimeDays: supply.leadTimeDays + more }, of)
        expect(longer.target).toBeGreaterThanOrEqual(plan(supply, of).target)
      }),
      { seed: 13 },
    )
  })
})

describe('the quantity', () => {
  test('never falls when the service level rises, or when stock falls', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, fc.double({ min: 50, max: 99.9, noNaN: true }), (of, supply, other) => {
        const [low, high] = [Math.min(supply.serviceLevelPercent, other), Math.max(supply.serviceLevelPercent, other)]
        const at = (changes: Partial<Supply>) => plan({ ...supply, ...changes }, of).orderQuantity
        expect(at({ serviceLevelPercent: high })).toBeGreaterThanOrEqual(at({ serviceLevelPercent: low }))
        expect(at({ onHand: Math.floor(supply.onHand / 2) })).toBeGreaterThanOrEqual(at({}))
      }),
      { seed: 14, numRuns: 200 },
    )
  })

  test('is none, or whole packs that reach the target and the minimum', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, (of, supply) => {
        const line = plan(supply, of)
        const quantity = line.orderQuantity
        const position = supply.onHand + supply.onOrder
        if (position > line.reorderPoint || line.reorderPoint === 0) expect(quantity).toBe(0)
        else {
          expect(quantity % supply.packSize).toBe(0)
          expect(quantity).toBeGreaterThanOrEqual(supply.minimumOrder)
          expect(position + quantity).toBeGreaterThanOrEqual(line.target)
          const least = Math.max(line.target - position, supply.minimumOrder)
          expect(quantity - supply.packSize).toBeLessThan(least)
        }
      }),
      { seed: 15, numRuns: 200 },
    )
  })

  test('thirteen pieces in packs of a dozen are two packs', () => {
    expect(orderQuantity(13, 12, 0)).toBe(24)
    expect(orderQuantity(12, 12, 0)).toBe(12)
    expect(orderQuantity(1, 12, 30)).toBe(36)
    expect(orderQuantity(0, 12, 30)).toBe(0)
    expect(orderQuantity(0.3 * 3, 0.3, 0)).toBeCloseTo(0.9)
  })
})

describe('urgency', () => {
  test('rises step by step as stock falls', () => {
    const steps = [2000, 560, 400, 300, 0].map((onHand) => plan({ onHand }).urgency)
    expect(steps).toEqual(['enough', 'later', 'soon', 'now', 'now'])
  })

  test('an order is placed at or below the reorder point, and only then', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, (of, supply) => {
        const line = plan(supply, of)
        expect(line.urgency === 'now').toBe(line.orderQuantity > 0)
        const low = supply.onHand + supply.onOrder <= line.reorderPoint
        expect(line.urgency === 'now').toBe(low && line.reorderPoint > 0)
      }),
      { seed: 16, numRuns: 200 },
    )
  })

  test('what sells and was never counted is to be counted first, and the reorder point says what to compare with', () => {
    const line = plan({ onHand: null })
    expect(line).toMatchObject({ urgency: 'count-first', orderQuantity: 0, orderBy: null, runsOut: null })
    expect(line.why).toContainEqual({ code: 'plan.count-first', values: { point: 333 } })
  })

  test('what sells once in two years is not kept, and says so', () => {
    const rare = demandFromAverage([...new Array(103).fill(0), 1], 500)
    const line = plan({ onHand: 0, leadTimeDays: 7 }, rare.kind === 'declined' ? demand : rare)
    expect(line).toMatchObject({ urgency: 'enough', orderQuantity: 0, reorderPoint: 0, orderBy: null })
    expect(line.why.map(({ code }) => code)).toContain('plan.too-seldom')
  })
})

describe('time', () => {
  test('a hundred pieces at ten a day last ten days, fewer when it is busy', () => {
    const { runsOut, daysOfCover } = plan({ onHand: 100 })
    expect(runsOut?.expected).toBe(today + 10)
    expect(runsOut?.early).toBe(today + 8)
    expect(daysOfCover).toBe(10)
  })

  test('the day to order by is when expected sales reach the reorder point', () => {
    const line = plan({ onHand: 560 })
    // 560 less the reorder point of 333 at ten a day: 22.7 days.
    expect(line.orderBy).toBe(today + 23)
  })

  test('an old count is brought up to today', () => {
    const line = plan({ onHand: 100, countedOn: today - 5 }, demand, 40)
    expect(line.onHand).toBe(60)
    expect(line.why.map(({ code }) => code)).toContain('plan.sold-since-count')
    expect(plan({ onHand: 100 }, demand, 40).onHand).toBe(100)
    expect(plan({ onHand: 10, countedOn: today - 5 }, demand, 40).onHand).toBe(0)
  })
})

describe('money', () => {
  test('a guessed cost of a piece is a whole minor unit, so that every list comes to the same sum', () => {
    const odd = plan({}, normalDemand(10, 6, { price: 333.37 }))
    expect(Number.isInteger(odd.unitCost)).toBe(true)
    expect(odd.cost).toBe(odd.orderQuantity * (odd.unitCost ?? Number.NaN))
  })

  test('a known cost is taken as it is, an unknown one from the price and called estimated', () => {
    expect(plan({ unitCost: 700 })).toMatchObject({ cost: 633 * 700, costEstimated: false })
    const guessed = plan()
    expect(guessed).toMatchObject({ unitCost: 600, costEstimated: true })
    expect(guessed.why.map(({ code }) => code)).toContain('plan.cost-estimated')
    expect(plan({}, { ...demand, price: null })).toMatchObject({ unitCost: null, cost: null, costEstimated: false })
  })

  test('at stake are the sales between the arrival of this order and of the next', () => {
    // Nothing on the shelf: seven days of ten pieces at 1000, whatever happens before.
    expect(plan().atStake).toBeCloseTo(70_000, -3)
    expect(plan({ onHand: 2000 }).atStake).toBeCloseTo(0, -1)
  })
})

describe('refusals', () => {
  test('an item that cannot be forecast is ordered nothing of', () => {
    const line = planItem(item, declined('no-sales-yet'), { key: 'a', onHand: 5 }, { today })
    expect(line).toMatchObject({ urgency: 'enough', orderQuantity: 0, target: 0, stockOutChance: 0, daysOfCover: null })
    expect(line.why.map(({ code }) => code)).toContain('plan.no-demand')
  })

  test.each([
    { leadTimeDays: -1 },
    { reviewDays: 0 },
    { serviceLevelPercent: 100 },
    { packSize: 0 },
    { minimumOrder: Number.NaN },
    { onHand: Number.POSITIVE_INFINITY },
    { unitCost: -1 },
  ])('a supply that cannot be is refused: %o', (wrong) => {
    expect(() => plan(wrong)).toThrow('planning.supply-invalid')
  })

  test('no line holds a number that is not one', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, (of, supply) => {
        const line = plan(supply, of)
        expect(JSON.parse(JSON.stringify(line))).toEqual(line)
      }),
      { seed: 17 },
    )
  })
})
