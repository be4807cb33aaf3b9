// SPDX-License-Identifier: Apache-2.0
import { isDeclined, seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble } from './assemble.ts'
import { forecastPanel, forecastPanelFrom } from './forecast-panel.ts'
import type { PanelForecast, PanelOptions, PanelResult, PanelSeries } from './types.ts'

const seed = 20261124
const WEEKS = 64

/** A shop of invented items: two categories with opposite seasons, levels from 2 to 200, some of them young. */
function shop(items: number, of = 1): PanelSeries[] {
  const random = seededRandom(of)
  return Array.from({ length: items }, (_, i) => {
    const level = 2 * 100 ** random.next()
    const winter = i % 2 === 0
    const length = i % 5 === 4 ? 6 + random.integer(12) : WEEKS
    const y = Array.from({ length }, (__, t) => {
      const week = WEEKS - length + t
      const season = 1 + (winter ? 0.6 : -0.6) * Math.cos((2 * Math.PI * week) / 13)
      return random.next() < 0.2 ? 0 : Math.round(level * season * Math.exp(0.3 * random.normal()))
    })
    return {
      id: `item ${i}`,
      y,
      value: 1 + random.integer(9),
      groups: { category: winter ? 'winter' : 'summer' },
      tags: winter ? ['wool', 'warm'] : ['linen'],
      past: { orders: { values: y.map((value) => Math.ceil(value / 5)), unit: 'own' as const } },
    }
  })
}

const options: PanelOptions = { h: 4, seasonLength: 13, trees: 30, rows: 1500 }

function panelOf(series: readonly PanelSeries[], given: PanelOptions = options): PanelResult {
  const result = forecastPanel(series, given)
  if (isDeclined(result)) throw new Error(`declined: ${result.reason}`)
  return result
}

function aheadOf(result: PanelResult, i: number): PanelForecast {
  const one = result.series[i]
  if (one?.kind !== 'forecast') throw new Error('declined')
  return one
}

const items = shop(40)
const result = panelOf(items)

describe('the forecast of a panel', () => {
  test('knows the season of a category better than each level alone does', () => {
    const { wrmsse, wrmsseOfLevel } = result.fit.backtest
    expect(wrmsse).toBeLessThan(0.9 * (wrmsseOfLevel as number))
  })

  test('gives every series h values, in the order asked, each between its ends', () => {
    expect(result.series.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    items.forEach((_, i) => {
      const { mean, lo, hi } = aheadOf(result, i)
      expect(mean).toHaveLength(4)
      mean.forEach((value, k) => {
        const ends = [lo['95']?.[k], lo['80']?.[k], value, hi['80']?.[k], hi['95']?.[k]] as number[]
        expect(ends.every(Number.isFinite)).toBe(true)
        expect(ends).toEqual([...ends].sort((a, b) => a - b))
        expect(ends[0]).toBeGreaterThanOrEqual(0)
      })
    })
  })

  test('is the same for the same seed and says which it was; another seed gives another', () => {
    expect(panelOf(items)).toEqual(result)
    const other = panelOf(items, { ...options, seed: 2 })
    expect(other.seed).toBe(2)
    expect(other.series).not.toEqual(result.series)
  })

  test('can be made again from its stored fit, and later from the same fit', () => {
    const stored = JSON.parse(JSON.stringify(result.fit)) as typeof result.fit
    expect(forecastPanelFrom(stored, items).series).toEqual(result.series)
    const later = items.map((one) => ({
      ...one,
      y: [...one.y, 5],
      past: { orders: { values: [...(one.past?.orders?.values ?? []), 1], unit: 'own' as const } },
    }))
    expect(forecastPanelFrom(stored, later).series.every(({ kind }) => kind === 'forecast')).toBe(true)
    const without = items.map(({ past: _, ...one }) => one)
    expect(() => forecastPanelFrom(stored, without)).toThrow('forecast.panel-invalid')
  })

  test('grows with its units: four times the pieces, four times the forecast', () => {
    const bigger = panelOf(
      items.map((one) => ({ ...one, y: one.y.map((value) => 4 * value) })),
      { ...options, level: [] },
    )
    items.forEach((_, i) => {
      aheadOf(bigger, i).mean.forEach((value, k) => {
        const plain = aheadOf(result, i).mean[k] as number
        expect(Math.abs(value - 4 * plain)).toBeLessThan(1e-6 * (1 + plain))
      })
    })
  })

  test('the mean lies above what is typical where demand comes in bursts', () => {
    const random = seededRandom(3)
    const bursts = Array.from({ length: 50 }, (_, i) => ({
      id: `${i}`,
      y: Array.from({ length: 50 }, () => (random.next() < 0.08 ? 200 : random.integer(10))),
    }))
    const total = (aim: 'mean' | 'typical') =>
      panelOf(bursts, { h: 4, trees: 30, rows: 1500, level: [], aim }).series.reduce(
        (sum, one) => sum + (one.kind === 'forecast' ? (one.mean[0] as number) : 0),
        0,
      )
    expect(total('typical')).toBeLessThan(total('mean'))
  })

  test('an item without history starts where others of its category started; a silent one stays silent', () => {
    const launches = items.map((one, i) => {
      const times = i % 2 === 0 ? 20 : 1
      return i % 5 === 4 ? { ...one, y: one.y.map(() => 5 * times) } : one
    })
    const fresh = (id: string, category: string) => ({ id, y: [], groups: { category } })
    const silent = { id: 'silent', y: new Array<number>(30).fill(0), groups: { category: 'winter' } }
    const some = panelOf([...launches, fresh('new winter', 'winter'), fresh('new summer', 'summer'), silent], {
      ...options,
      level: [],
    })
    const n = launches.length
    expect(aheadOf(some, n).mean[0]).toBeGreaterThan(3 * (aheadOf(some, n + 1).mean[0] as number))
    expect(aheadOf(some, n + 2).mean).toEqual([0, 0, 0, 0])
    const alone = panelOf([...items.filter(({ y }) => y.length === WEEKS), fresh('first ever', 'winter')], {
      ...options,
      level: [],
    })
    expect(alone.series.at(-1)).toMatchObject({ kind: 'declined', id: 'first ever', reason: 'history-too-short' })
  })

  test('uses a column that is known ahead', () => {
    const random = seededRandom(8)
    const promoted = Array.from({ length: 40 }, (_, i) => {
      const promotion = Array.from({ length: 54 }, () => (random.next() < 0.2 ? 1 : 0))
      return {
        id: `${i}`,
        y: Array.from({ length: 50 }, (__, t) => 10 + 30 * (promotion[t] as number) + random.integer(3)),
        ahead: { promotion },
      }
    })
    const some = panelOf(promoted, { h: 4, trees: 200, rows: 4000, level: [] })
    promoted.forEach(({ ahead }, i) => {
      aheadOf(some, i).mean.forEach((value, k) => {
        if (ahead.promotion[50 + k] === 1) expect(value).toBeGreaterThan(25)
        else expect(value).toBeLessThan(25)
      })
    })
  })

  test('declines what it cannot learn from, and an empty panel', () => {
    expect(forecastPanel([], options)).toMatchObject({ kind: 'declined', reason: 'history-too-short', got: 0 })
    expect(forecastPanel([{ id: 'a', y: [1, 2, 3] }], options)).toMatchObject({ kind: 'declined' })
    expect(forecastPanel(shop(2), options)).toMatchObject({ kind: 'declined', needed: 200 })
  })

  test('stays finite for values of any size, below zero too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1e-12, 1, 1e15),
        fc.constantFrom(0, -50),
        fc.integer({ min: 1, max: 9 }),
        (size, shift, of) => {
          const some = shop(15, of).map((one) => ({ ...one, y: one.y.map((value) => size * (value + shift)) }))
          const said = panelOf(some, { ...options, trees: 5, level: [80] })
          for (const one of said.series) {
            if (one.kind === 'forecast')
              expect([...one.mean, ...(one.lo['95'] ?? [])].every(Number.isFinite)).toBe(true)
          }
        },
      ),
      { seed, numRuns: 3 },
    )
  })

  test('refuses a name twice, columns of another length, values that are not finite', () => {
    const refused = (some: PanelSeries, code: string) =>
      expect(() => forecastPanel([...items, some], options)).toThrow(code)
    refused({ id: 'item 0', y: [1] }, 'forecast.panel-invalid')
    refused({ id: 'x', y: [Number.NaN] }, 'forecast.value-not-finite')
    refused({ id: 'x', y: [1e99] }, 'forecast.value-too-large')
    refused({ id: 'x', y: [1, 2], past: { a: { values: [1], unit: 'own' } } }, 'forecast.panel-invalid')
    refused({ id: 'x', y: [1, 2], ahead: { a: [1, 2] } }, 'forecast.panel-invalid')
    refused({ id: 'x', y: [1], value: -1 }, 'forecast.panel-invalid')
    const wrong = (more: Partial<PanelOptions>, code: string) =>
      expect(() => forecastPanel(items, { ...options, ...more })).toThrow(code)
    wrong({ h: 0 }, 'forecast.horizon-invalid')
    wrong({ level: [100] }, 'forecast.level-invalid')
    wrong({ rows: 1 }, 'forecast.panel-invalid')
    wrong({ events: [{ name: 'eid', exposure: [1] }] }, 'forecast.event-invalid')
  })
})

describe('the features', () => {
  test('at an origin are the same whatever comes after it', () => {
    const plan = { h: 4, seasonLength: 13, events: [] }
    const sight = { ago: true, place: true }
    const whole = assemble(items, { ...plan, origin: WEEKS }, sight)
    fc.assert(
      fc.property(fc.integer({ min: 20, max: WEEKS - 1 }), fc.integer({ min: 0, max: 3 }), (origin, step) => {
        const known = items
          .map((one) => {
            const length = one.y.length - (WEEKS - origin)
            return { one, length }
          })
          .filter(({ length }) => length > 0)
        const past = assemble(
          known.map(({ one, length }) => ({
            ...one,
            y: one.y.slice(0, length),
            past: { orders: { values: (one.past?.orders?.values ?? []).slice(0, length), unit: 'own' as const } },
          })),
          { ...plan, origin },
          sight,
        )
        const size = whole.features.names.length
        known.forEach(({ one }, i) => {
          const j = items.indexOf(one)
          const level = past.levelAt(i, origin)
          expect(whole.levelAt(j, origin)).toBe(level)
          if (level === undefined) return
          const [then, now] = [new Float64Array(size), new Float64Array(size)]
          past.features.write(i, origin, step, level, then, 0)
          whole.features.write(j, origin, step, level, now, 0)
          expect(now).toEqual(then)
        })
      }),
      { seed, numRuns: 15 },
    )
  })
})
