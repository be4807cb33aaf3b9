// SPDX-License-Identifier: Apache-2.0
import { isDeclined, seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delaysAfter, learnDelays, stillOpenAfter, survival, typicalDelay } from './delays.ts'
import { type CashInput, type CashOutlook, cashOutlook, type PaidLate } from './index.ts'

const today = 20_000
const nothing: CashInput = {
  ...{ today, openingMinor: 0, floorMinor: 0, receivables: [], payables: [], history: [], takings: null, seed: 7 },
}
const even = (minor: number) => ({ mean: Array(12).fill(minor), lo: Array(12).fill(minor), hi: Array(12).fill(minor) })
const outlook = (input: Partial<CashInput>) => cashOutlook({ ...nothing, ...input }) as CashOutlook
const invoice = (id: string, party: string, dueIn: number, minor: number) => ({
  id,
  party,
  dueDay: today + dueIn,
  minor,
})
const bill = (id: string, dueIn: number, minor: number, canWait = false) => ({
  ...{
    id,
    party: 'mill',
    dueDay: today + dueIn,
    minor,
    kind: canWait ? ('purchase-order' as const) : ('bill' as const),
    canWait,
  },
})
const paid = (party: string, ...days: number[]): PaidLate[] => days.map((one) => ({ party, days: one, open: false }))

const anInput: fc.Arbitrary<CashInput> = fc.record({
  today: fc.constant(today),
  openingMinor: fc.integer({ min: -100_000, max: 1_000_000 }),
  floorMinor: fc.integer({ min: 0, max: 50_000 }),
  receivables: fc
    .array(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -90, max: 90 }), fc.integer({ min: 0, max: 500_000 })),
      { maxLength: 8 },
    )
    .map((list) => list.map(([party, dueIn, minor], i) => invoice(`r${i}`, party, dueIn, minor))),
  payables: fc
    .array(fc.tuple(fc.integer({ min: -30, max: 90 }), fc.integer({ min: 0, max: 500_000 }), fc.boolean()), {
      maxLength: 8,
    })
    .map((list) => list.map(([dueIn, minor, canWait], i) => bill(`p${i}`, dueIn, minor, canWait))),
  history: fc.array(
    fc.record({ party: fc.constantFrom('a', 'b', 'd'), days: fc.integer({ min: -20, max: 200 }), open: fc.boolean() }),
    { maxLength: 30 },
  ),
  takings: fc.option(fc.integer({ min: 0, max: 90_000 }).map(even)),
  seed: fc.nat(1000),
})

describe('how payers pay', () => {
  test('the published curve of Kaplan and Meier', () => {
    // Freireich et al., Blood 21 (1963), weeks of remission under 6-MP; survival as in Cox and Oakes (1984), table 4.1.
    const gone = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((days) => ({ days, open: false, weight: 1 }))
    const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((days) => ({ days, open: true, weight: 1 }))
    const curve = survival([...gone, ...open])
    expect(curve.days).toEqual([6, 7, 10, 13, 16, 22, 23])
    const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]
    for (const [i, chance] of curve.stillOpen.entries()) expect(chance).toBeCloseTo(published[i] as number, 3)
  })

  test('own habits win as they become known; a payer nobody knows pays as the others do', () => {
    const others = ['x', 'y', 'z', 'w'].flatMap((party) => paid(party, 3, 5, 4, 6, 5, 4))
    const late = (n: number) => typicalDelay(learnDelays([...others, ...paid('slow', ...Array(n).fill(40))])('slow'))
    expect(typicalDelay(learnDelays(others)('new'))).toBeLessThan(8)
    expect(late(30)).toBe(40)
    expect([0, 1, 3, 10, 30].map(late)).toEqual([0, 1, 3, 10, 30].map(late).sort((a, b) => a - b))
  })

  test('what is open late is never drawn earlier than today, and an invoice that is still owed counts as slow', () => {
    fc.assert(
      fc.property(
        anInput,
        fc.integer({ min: -60, max: 400 }),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        (input, late, chance) => {
          const curve = learnDelays(input.history)('a')
          const day = delaysAfter(curve, late)(chance)
          expect(Number.isFinite(day)).toBe(true)
          expect(day).toBeGreaterThan(late)
          expect(stillOpenAfter(curve, late)).toBeGreaterThanOrEqual(stillOpenAfter(curve, late + 1))
        },
      ),
    )
    const owed = Array.from({ length: 5 }, () => ({ party: 'a', days: 90, open: true }))
    const curves = [paid('a', 5, 5), [...paid('a', 5, 5), ...owed]].map((history) => learnDelays(history)('a'))
    expect(stillOpenAfter(curves[1] as never, 30)).toBeGreaterThan(stillOpenAfter(curves[0] as never, 30))
  })

  test('draws follow the curve', () => {
    const curve = learnDelays(paid('a', 0, 3, 10, 20, 20, 45))('a')
    const random = seededRandom(3)
    const delay = delaysAfter(curve, 4)
    const draws = Array.from({ length: 20_000 }, () => delay(random.next()))
    for (const day of [10, 20, 30]) {
      const wanted = stillOpenAfter(curve, day) / stillOpenAfter(curve, 4)
      expect(Math.abs(draws.filter((one) => one > day).length / draws.length - wanted)).toBeLessThan(0.015)
    }
  })
})

describe('the cash outlook', () => {
  test('without chance it is plain arithmetic', () => {
    const { weeks, gap } = outlook({
      openingMinor: 10_000,
      payables: [bill('b', 3, 4000), bill('o', 10, 20_000, true), bill('late', -5, 500)],
      takings: even(700),
    })
    expect(weeks.slice(0, 3).map(({ balance }) => Math.round(balance))).toEqual([6200, -13_100, -12_400])
    expect(weeks[0]).toMatchObject({ from: today + 1, to: today + 7, bills: 4500, orders: 0 })
    // On the tenth day, before the week's last takings: 10,000 - 4,500 + 1,000 - 20,000.
    expect(Math.round(weeks[1]?.lowest ?? 0)).toBe(-13_500)
    expect(gap).toMatchObject({
      week: 1,
      chance: 1,
      stillShortMinor: 0,
      remedies: [{ kind: 'wait', id: 'o', until: today + 21 }],
    })
    expect(Math.round(gap?.shortMinor ?? 0)).toBe(13_500)
  })

  test('a late payer is asked first, and a purchase waits only if that is not enough', () => {
    const base = {
      openingMinor: 1000,
      receivables: [invoice('big', 'slow', -10, 9000), invoice('small', 'quick', -1, 3000)],
      history: [...paid('slow', 60, 70, 80, 65, 75, 90, 60, 66), ...paid('quick', 0, 1, 2, 1, 0, 2, 1, 1)],
    }
    const once = outlook({ ...base, payables: [bill('b', 12, 8000), bill('o', 13, 2000, true)] })
    expect(once.gap?.remedies.map(({ kind, id }) => [kind, id])).toEqual([['chase', 'big']])
    expect(once.gap?.stillShortMinor).toBe(0)
    const both = outlook({ ...base, payables: [bill('b', 12, 8000), bill('o', 13, 9000, true)] })
    expect(both.gap?.remedies.at(-1)).toMatchObject({ kind: 'wait', id: 'o' })
    expect(both.gap?.stillShortMinor).toBe(0)
    const never = outlook({ ...base, payables: [bill('b', 12, 80_000)] })
    expect(never.gap?.stillShortMinor).toBeGreaterThan(60_000)
  })

  test('bands are in order, nothing is without a number, the same seed gives the same answer', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const made = cashOutlook(input)
        if (isDeclined(made)) {
          expect(input.receivables.length + input.payables.length).toBe(0)
          return
        }
        expect(cashOutlook(input)).toEqual(made)
        expect(JSON.stringify(made)).not.toMatch(/null,"high"|NaN/)
        for (const week of made.weeks) {
          for (const value of Object.values(week)) expect(Number.isFinite(value)).toBe(true)
          expect(week.low).toBeLessThanOrEqual(week.balance)
          expect(week.balance).toBeLessThanOrEqual(week.high)
          expect(week.lowest).toBeLessThanOrEqual(week.low)
        }
      }),
      { numRuns: 12 },
    )
  })

  test('more money at the start lifts every week by as much, and what is done about a gap never makes it worse', () => {
    fc.assert(
      fc.property(anInput, fc.integer({ min: 1, max: 100_000 }), (input, more) => {
        const [poor, rich] = [cashOutlook(input), cashOutlook({ ...input, openingMinor: input.openingMinor + more })]
        if (isDeclined(poor) || isDeclined(rich)) return
        for (const [i, week] of poor.weeks.entries()) expect(rich.weeks[i]?.low).toBeCloseTo(week.low + more, 3)
        const { gap } = poor
        if (gap) expect(gap.stillShortMinor).toBeLessThanOrEqual(gap.shortMinor + 1e-6)
      }),
      { numRuns: 12 },
    )
  })

  test('the band of 80 % holds about 8 times of 10 in shops that are made up', () => {
    let held = 0
    const shops = 80
    for (let shop = 0; shop < shops; shop++) {
      const random = seededRandom(shop)
      const habit = Array.from({ length: 6 }, () => 2 + random.integer(30))
      const delayOf = (party: number) =>
        Math.round(Math.max(-5, (habit[party] as number) * (0.4 + 1.2 * random.next())))
      const history = Array.from({ length: 60 }, (_, i) => ({ party: `p${i % 6}`, days: delayOf(i % 6), open: false }))
      const dues = Array.from({ length: 40 }, (_, i) => ({
        party: i % 6,
        dueIn: 1 + random.integer(60),
        minor: 1000 + random.integer(9000),
      }))
      const receivables = dues.map(({ party, dueIn, minor }, i) => invoice(`i${i}`, `p${party}`, dueIn, minor))
      const { weeks } = outlook({ receivables, history, seed: shop })
      const came = dues.reduce((sum, { party, dueIn, minor }) => (dueIn + delayOf(party) <= 42 ? sum + minor : sum), 0)
      const sixth = weeks[5]
      if (sixth && came >= sixth.low && came <= sixth.high) held++
    }
    // 80 shops, three standard errors of a share of 0.8 on either side.
    expect(held / shops).toBeGreaterThan(0.67)
    expect(held / shops).toBeLessThan(0.93)
  })

  test('what cannot be is refused; where nothing is known nothing is said', () => {
    expect(cashOutlook(nothing)).toEqual({ kind: 'declined', reason: 'nothing-known' })
    const refuse = (input: Partial<CashInput>) => expect(() => outlook(input)).toThrow('planning.cash-invalid')
    refuse({ openingMinor: Number.NaN })
    refuse({ receivables: [invoice('a', 'b', 1, -5)] })
    refuse({ receivables: [invoice('a', 'b', 0.5, 5)] })
    refuse({ payables: [bill('a', 1, Number.POSITIVE_INFINITY)] })
    refuse({ takings: even(Number.NaN) })
    refuse({ history: [{ party: 'a', days: Number.NaN, open: false }], takings: even(1) })
  })
})
