// SPDX-License-Identifier: Apache-2.0
import { isDeclined } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultWeights, rankDestinations } from './rank.ts'
import { type Destination, type DestinationRanking, destinationParts, type FlowYear } from './types.ts'

const yearly = (values: readonly number[], kg: number | null = null, first = 2019): FlowYear[] =>
  values.map((value, i) => ({ year: first + i, value, weightKg: kg === null ? null : value / kg }))

const country = (code: string, over: Partial<Destination> = {}): Destination => ({
  code,
  imports: yearly([100, 110, 121, 133.1, 146.41], 10),
  fromHome: [],
  distanceKm: 5000,
  preference: 'some',
  ...over,
})

function ranked(destinations: readonly Destination[]): DestinationRanking {
  const result = rankDestinations(destinations)
  if (isDeclined(result)) throw new Error(result.reason)
  return result
}
const partOf = (result: DestinationRanking, code: string, part: string) =>
  result.ranked.find((one) => one.code === code)?.parts.find((one) => one.part === part)

// By hand: means of the last three years are 133.5 and 1.335; growth is 10 % a year without any wobble; prices are 10
// and home is paid 5 a kilogram.
const two = [
  country('A', { fromHome: yearly([10, 10, 10, 10, 10], 5), distanceKm: 500, preference: 'most' }),
  country('B', { imports: yearly([1, 1.1, 1.21, 1.331, 1.4641]), distanceKm: 20_000, preference: null }),
  country('C', { imports: yearly([50, 50], 10, 2022) }),
]

describe('the score by hand', () => {
  const result = ranked(two)

  test('the largest market is 1, one of a hundredth of it a third', () => {
    expect(partOf(result, 'A', 'size')?.score).toBeCloseTo(1, 9)
    expect(partOf(result, 'B', 'size')?.score).toBeCloseTo(1 / 3, 9)
  })

  test('ten per cent a year is 0.8 of the way from −10 to +15', () => {
    expect(partOf(result, 'A', 'growth')).toMatchObject({ code: 'sell.growth.up', values: { from: 2019, to: 2023 } })
    expect(partOf(result, 'A', 'growth')?.score).toBeCloseTo(0.8, 9)
    expect(partOf(result, 'A', 'stability')?.score).toBeCloseTo(1, 9)
  })

  test('twice what home is paid is 1; no weights is not known', () => {
    expect(partOf(result, 'A', 'price')).toMatchObject({ code: 'sell.price.above', score: 1 })
    expect(partOf(result, 'B', 'price')).toMatchObject({ code: 'sell.price.unknown', score: null })
  })

  test('500 km is 1, 20,000 km is 0; a preference on most lines is 1, and one that nobody knows is not known', () => {
    expect(partOf(result, 'A', 'distance')?.score).toBe(1)
    expect(partOf(result, 'B', 'distance')?.score).toBeCloseTo(0, 9)
    expect(partOf(result, 'A', 'preference')?.score).toBe(1)
    expect(partOf(result, 'B', 'preference')?.score).toBeNull()
  })

  test('two years are too few for growth and for steadiness', () => {
    expect(partOf(result, 'C', 'growth')).toMatchObject({ score: null, values: { count: 1 } })
    expect(partOf(result, 'C', 'stability')).toMatchObject({ score: null, values: { count: 2 } })
  })

  test('the score is the parts by their weights, an unknown one counting as the middle', () => {
    const a = result.ranked.find(({ code }) => code === 'A')
    expect(a?.score).toBeCloseTo(0.3 + 0.2 * 0.8 + 0.1 + 0.15 + 0.1 + 0.15, 9)
    const b = result.ranked.find(({ code }) => code === 'B')
    expect(b?.score).toBeCloseTo(0.3 / 3 + 0.2 * 0.8 + 0.1 + 0.15 / 2 + 0 + 0.15 / 2, 9)
    expect(b?.known).toBeCloseTo(0.7, 9)
    expect(a?.ourShare).toBeCloseTo(10 / 146.41, 9)
  })
})

const flows = fc
  .array(
    fc.record({
      value: fc.double({ min: 0, max: 1e12, noNaN: true }),
      kg: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
    }),
    {
      maxLength: 8,
    },
  )
  .map((years) => years.map(({ value, kg }, i): FlowYear => ({ year: 2015 + i, value, weightKg: kg })))
const field = fc
  .array(
    fc.record({
      imports: flows,
      fromHome: flows,
      distanceKm: fc.option(fc.double({ min: 0, max: 20_016, noNaN: true })),
      preference: fc.constantFrom('most', 'some', 'none', null),
    }),
    { maxLength: 9 },
  )
  .map((all) => all.map((one, i): Destination => ({ ...one, code: `C${i}` })))

describe('laws', () => {
  test('every score lies between nothing and one, no NaN, and the list is in order', () => {
    fc.assert(
      fc.property(field, (all) => {
        const result = rankDestinations(all)
        if (isDeclined(result)) return true
        return result.ranked.every((one, i) => {
          const before = result.ranked[i - 1]
          const fine = one.parts.every(({ score }) => score === null || (score >= 0 && score <= 1))
          return (
            fine && one.score >= 0 && one.score <= 1 && one.rank === i + 1 && (!before || before.score >= one.score)
          )
        })
      }),
      { seed: 5 },
    )
  })

  test('the order of the countries changes nothing', () => {
    // Sums of floats depend on their order in the last digit: places and rounded scores are compared.
    const said = (all: readonly Destination[]) => {
      const result = rankDestinations(all)
      return isDeclined(result) ? result : result.ranked.map(({ code, score }) => [code, score.toFixed(9)]).sort()
    }
    fc.assert(
      fc.property(field, (all) => {
        expect(said([...all].reverse())).toEqual(said(all))
      }),
      { seed: 6 },
    )
  })

  test('nearer, or with a better preference, is never worse', () => {
    fc.assert(
      fc.property(field, (all) => {
        const better = all.map((one) => ({
          ...one,
          distanceKm: one.distanceKm === null ? null : one.distanceKm / 2,
          preference: one.preference === 'some' ? ('most' as const) : one.preference,
        }))
        const [a, b] = [rankDestinations(all), rankDestinations(better)]
        if (isDeclined(a) || isDeclined(b)) return isDeclined(a) && isDeclined(b)
        return a.ranked.every(
          (one) => (b.ranked.find(({ code }) => code === one.code)?.score ?? -1) >= one.score - 1e-12,
        )
      }),
      { seed: 7 },
    )
  })

  test('in another unit of money nothing changes but the figures', () => {
    const cents = two.map((one) => ({
      ...one,
      imports: one.imports.map((flow) => ({ ...flow, value: flow.value * 100 })),
      fromHome: one.fromHome.map((flow) => ({ ...flow, value: flow.value * 100 })),
    }))
    const scores = (result: DestinationRanking) => result.ranked.map(({ code, score }) => [code, score.toFixed(9)])
    expect(scores(ranked(cents))).toEqual(scores(ranked(two)))
  })
})

test('a slow twin says the same score, part by part', () => {
  const result = ranked(two)
  for (const one of result.ranked) {
    const sum = destinationParts.map((part) => {
      const found = one.parts.filter((some) => some.part === part)
      expect(found).toHaveLength(1)
      return defaultWeights[part] * (found[0]?.score ?? 0.5)
    })
    expect(one.score).toBeCloseTo(
      sum.reduce((a, b) => a + b),
      12,
    )
  }
  expect(Object.values(defaultWeights).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
})

describe('refusals', () => {
  test('without trade nothing is ranked', () => {
    expect(rankDestinations([])).toMatchObject({ reason: 'no-trade-data' })
    expect(rankDestinations([country('A', { imports: yearly([0, 0]) })])).toMatchObject({ reason: 'no-trade-data' })
  })

  test('where only what home sells is known, that stands for the market, and it is said', () => {
    const only = ['A', 'B'].map((code) => country(code, { imports: [], fromHome: yearly([1, 2, 3, 4], 2) }))
    expect(ranked(only)).toMatchObject({ basis: 'home-exports' })
    expect(ranked(only).ranked.every(({ ourShare }) => ourShare === null)).toBe(true)
  })

  test('a negative or endless value is refused', () => {
    for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => rankDestinations([country('A', { imports: yearly([value]) })])).toThrow(
        expect.objectContaining({ code: 'planning.flow-invalid' }),
      )
    }
  })

  test('a country whose data end years before the others is left out', () => {
    const old = country('OLD', { imports: yearly([1e6], 1, 2012) })
    expect(ranked([...two, old]).ranked.map(({ code }) => code)).not.toContain('OLD')
  })
})
