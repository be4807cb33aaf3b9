// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import nile from '../../golden/nile.json' with { type: 'json' }
import { explain } from './explain.ts'
import { straightStretches } from './partition.ts'
import type { ExplainOptions, Explanation } from './types.ts'

const seed = 20_261_124
const anySeries = fc.array(fc.oneof(fc.constant(0), fc.double({ min: -500, max: 500, noNaN: true })), {
  minLength: 8,
  maxLength: 60,
})

function explained(y: readonly number[], options: ExplainOptions = {}): Explanation {
  const result = explain(Object.freeze([...y]), options)
  if (result.kind === 'declined') throw new Error(result.reason)
  return result
}

function noisy(n: number, course: (t: number) => number, drawSeed = 4, size = 5): number[] {
  const random = seededRandom(drawSeed)
  return Array.from({ length: n }, (_, t) => course(t) + size * random.normal())
}

describe('the parts', () => {
  test('add up to the series, all finite, whatever it is', () => {
    fc.assert(
      fc.property(anySeries, fc.constantFrom(1, 4, 12), (y, seasonLength) => {
        const { parts } = explained(y, { seasonLength })
        y.forEach((value, t) => {
          const total = Object.values(parts).reduce((sum, part) => sum + (part[t] as number), 0)
          expect(Math.abs(total - value)).toBeLessThan(1e-9 * 500)
        })
      }),
      { seed },
    )
  })

  test('speak in the unit of the series', () => {
    fc.assert(
      fc.property(anySeries, (y) => {
        const once = explained(y, { seasonLength: 4 })
        const twice = explained(
          y.map((value) => 1024 * value),
          { seasonLength: 4 },
        )
        expect(twice.changes.map(({ at }) => at)).toEqual(once.changes.map(({ at }) => at))
        once.parts.residual.forEach((value, t) => {
          expect(Math.abs((twice.parts.residual[t] as number) - 1024 * value)).toBeLessThan(1e-3)
        })
      }),
      { seed, numRuns: 50 },
    )
  })

  test('find what a made series was made of', () => {
    const season = (t: number) => 20 * Math.sin((Math.PI * t) / 6)
    const y = noisy(120, (t) => 200 + 0.5 * t + season(t))
    const { parts, season: told, trend } = explained(y, { seasonLength: 12 })
    for (let t = 0; t < 120; t++) expect(Math.abs((parts.season[t] as number) - season(t))).toBeLessThan(8)
    expect(told).toMatchObject({ shows: true, length: 12 })
    expect(told && 'peak' in told && Math.abs(told.peak.position - 3)).toBeLessThanOrEqual(1)
    expect(told && 'trough' in told && Math.abs(told.trough.position - 9)).toBeLessThanOrEqual(1)
    expect(trend.direction).toBe('up')
    expect(Math.abs(trend.slope - 0.5)).toBeLessThan(0.1)
    expect(trend.sure).toBeGreaterThan(0.99)
  })

  test('holidays are told from season and level by their calendar', () => {
    const exposure = Array.from({ length: 156 }, (_, t) => ([20, 70, 121].some((s) => t >= s && t < s + 3) ? 1 : 0))
    const y = noisy(156, (t) => 200 * (exposure[t] === 1 ? 2 : 1))
    const { parts, events, oneOffs } = explained(y, { events: [{ name: 'Fair', exposure }] })
    expect(events[0]?.status).toBe('estimated')
    expect(Math.abs((parts.holiday[71] as number) - 200)).toBeLessThan(20)
    expect(parts.holiday[50]).toBe(0)
    expect(oneOffs.some(({ from }) => exposure[from] === 1)).toBe(false)
  })
})

describe('changes of course', () => {
  test('the Nile lost a quarter of its flow in 1899, in one step', () => {
    const { changes, trend, noise } = explained(nile.y)
    expect(changes).toHaveLength(1)
    expect(changes[0]?.at).toBe(1899 - 1871)
    expect(changes[0]?.kind).toBe('level')
    // Means of 1097.75 before and 849.97 after.
    expect(Math.abs((changes[0]?.step ?? 0) - (849.97 - 1097.75))).toBeLessThan(15)
    expect(trend.since).toBe(28)
    expect(Math.abs(noise - 125)).toBeLessThan(40)
  })

  test('a turn without a step is a turn', () => {
    const { changes, trend } = explained(noisy(100, (t) => 300 + 2 * Math.max(0, t - 60)))
    expect(changes).toHaveLength(1)
    expect(changes[0]?.kind).toBe('slope')
    expect(Math.abs((changes[0]?.at ?? 0) - 60)).toBeLessThanOrEqual(4)
    expect(trend.direction).toBe('up')
  })

  test('noise is left alone in nineteen series of twenty, also noise that hangs together', () => {
    for (const memory of [0, 0.3]) {
      let cut = 0
      for (let i = 0; i < 60; i++) {
        let noise = 0
        const random = seededRandom(1000 + i)
        const y = Array.from({ length: 100 }, () => {
          noise = memory * noise + random.normal()
          return 100 + 5 * noise
        })
        const { changes, trend } = explained(y)
        if (changes.length > 0 || trend.slope !== 0) cut += 1
      }
      expect(cut).toBeLessThanOrEqual(3)
    }
  })

  test('the search is as good as trying every single cut', () => {
    const penalty = { change: 30, slope: 20 }
    const squares = (y: readonly number[]) => {
      const n = y.length
      const mean = y.reduce((a, b) => a + b, 0) / n
      const flat = y.reduce((a, v) => a + (v - mean) ** 2, 0)
      const xx = y.reduce((a, _, t) => a + (t - (n - 1) / 2) ** 2, 0)
      const xy = y.reduce((a, v, t) => a + (t - (n - 1) / 2) * v, 0)
      return Math.min(flat, flat - xy ** 2 / xx + penalty.slope)
    }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 15 }), (y) => {
        let best = squares(y)
        for (let cut = 4; cut <= y.length - 4; cut++) {
          best = Math.min(best, squares(y.slice(0, cut)) + squares(y.slice(cut)) + penalty.change)
        }
        // Eight at least with stretches of four: one cut at most below twelve, two beyond; so no worse than one.
        const found = straightStretches(Float64Array.from(y), 4, penalty)
        const cost = found.reduce((a, { from, to }) => a + squares(y.slice(from, to)) + penalty.change, -penalty.change)
        expect(cost).toBeLessThanOrEqual(best + 1e-6)
        expect(found[0]?.from).toBe(0)
        expect(found.at(-1)?.to).toBe(y.length)
      }),
      { seed },
    )
  })
})

describe('one-offs', () => {
  test('a single wild value is one, and no change of course; a lasting step is a change, and no one-off', () => {
    const wild = noisy(80, (t) => (t === 40 ? 200 : 100))
    const once = explained(wild)
    expect(once.changes).toHaveLength(0)
    expect(once.oneOffs.map(({ from }) => from)).toContain(40)
    const spike = once.oneOffs.find(({ from }) => from === 40)
    expect(Math.abs((spike?.percent ?? 0) - 100)).toBeLessThan(15)
    expect(once.parts.oneOff[40]).toBeCloseTo(spike?.size ?? 0, 9)

    const step = explained(noisy(80, (t) => (t >= 40 ? 200 : 100)))
    expect(step.changes.map(({ at }) => at)).toEqual([40])
    expect(step.oneOffs.some(({ from, to }) => from <= 41 && to >= 39)).toBe(false)
  })

  test('a guess is none', () => {
    const y = noisy(60, () => 100)
    y[30] = 5000
    expect(explained(y).oneOffs.some(({ from }) => from === 30)).toBe(true)
    const blind = explained(y, { unknown: [30] })
    expect(blind.oneOffs.some(({ from }) => from === 30)).toBe(false)
    expect(blind.y[30]).toBeLessThan(200)
  })
})

describe('what cannot be said', () => {
  test('too short a history is declined; a season needs two of itself', () => {
    expect(explain([1, 2, 3, 4, 5, 6, 7])).toEqual({ kind: 'declined', reason: 'history-too-short', needed: 8, got: 7 })
    expect(
      explained(
        noisy(20, () => 50),
        { seasonLength: 12 },
      ).season,
    ).toEqual({
      kind: 'declined',
      reason: 'history-too-short',
      needed: 24,
      got: 20,
    })
    expect(explained(noisy(20, () => 50)).season).toBeUndefined()
  })

  test('a constant is flat for sure; noise alone is not called a season', () => {
    const constant = explained(new Array(30).fill(7), { seasonLength: 4 })
    expect(constant.trend).toMatchObject({ direction: 'flat', slope: 0, sure: 1, strength: 'none' })
    expect(constant.oneOffs).toEqual([])
    expect(constant.noise).toBe(0)
    expect(
      explained(
        noisy(60, () => 100),
        { seasonLength: 12 },
      ).season,
    ).toMatchObject({ shows: false, share: 0 })
  })

  test('tiny, huge and one hundred thousand values are explained', () => {
    for (const by of [1e-12, 1e15, 1e90]) {
      const { changes } = explained(nile.y.map((value) => value * by))
      expect(changes.map(({ at }) => at)).toEqual([28])
    }
    const long = explained(noisy(100_000, (t) => (t < 60_000 ? 100 : 125)))
    expect(Math.abs((long.changes[0]?.at ?? 0) - 60_000)).toBeLessThan(20)
    expect(long.changes).toHaveLength(1)
  })

  test('bad input is refused by name', () => {
    const y = [1, 2, 3, 4, 5, 6, 7, 8]
    expect(() => explain([...y, Number.NaN])).toThrow('forecast.value-not-finite')
    expect(() => explain(y, { seasonLength: 0 })).toThrow('forecast.season-invalid')
    expect(() => explain(y, { events: [{ name: 'Fair', exposure: [1] }] })).toThrow('forecast.event-invalid')
    expect(() => explain(y, { unknown: [9] })).toThrow('forecast.unknown-invalid')
  })
})
