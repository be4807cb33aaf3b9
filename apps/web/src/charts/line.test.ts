// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawLine } from './line.ts'
import { roundUp } from './scale.ts'

const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index * 7)).toISOString().slice(0, 10)
const points = fc
  .array(
    fc.record({
      value: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      spread: fc.double({ min: 0, max: 1e6, noNaN: true }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) =>
    list.map(({ value, spread }, index) => ({ day: day(index), value, low: value - spread, high: value + spread })),
  )

describe('a line chart', () => {
  it('runs from left to right and stays inside its field', () => {
    fc.assert(
      fc.property(points, points, (past, ahead) => {
        const expected = ahead.map((point, index) => ({ ...point, day: day(past.length + index) }))
        const drawing = drawLine({ past, expected, holidays: [] })
        const xs = [...drawing.past.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(
          (hit) => [Number(hit[1]), Number(hit[2])] as const,
        )
        for (const [x, y] of xs) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(100)
          expect(y).toBeGreaterThanOrEqual(-0.1)
          expect(y).toBeLessThanOrEqual(100.1)
        }
        expect(xs.map(([x]) => x)).toEqual(xs.map(([x]) => x).toSorted((a, b) => a - b))
      }),
      { seed: 20261124 },
    )
  })

  it('begins the expected where the past ends', () => {
    const drawing = drawLine({
      past: [
        { day: day(0), value: 10 },
        { day: day(1), value: 20 },
      ],
      expected: [{ day: day(2), value: 25, low: 20, high: 30 }],
      holidays: [],
    })
    expect(drawing.past).toBe('M0 66.7L50 33.3')
    expect(drawing.next).toBe('M50 33.3L100 16.7')
    expect(drawing.band).toBe('M50 33.3L100 0L100 33.3L50 33.3Z')
    expect(drawing.top).toBe(30)
  })

  it('says nothing of what is ahead when nothing is expected', () => {
    const drawing = drawLine({ past: [{ day: day(0), value: 1 }], expected: [], holidays: [] })
    expect([drawing.next, drawing.band, drawing.ahead]).toEqual(['', '', false])
  })

  it('draws an empty shop without a fault', () => {
    const drawing = drawLine({ past: [], expected: [], holidays: [] })
    expect(drawing).toMatchObject({ past: '', area: '', now: null })
    expect(JSON.stringify(drawing)).not.toMatch(/NaN|Infinity/)
  })

  it('shows every holiday in sight but names only those with room for a name', () => {
    const past = Array.from({ length: 53 }, (_, index) => ({ day: day(index), value: 1 }))
    const holidays = [
      { name: 'Ramadan', from: day(1), to: day(4) },
      { name: 'Eid ul-Fitr', from: day(20), to: day(20) },
      { name: 'Eid ul-Adha', from: day(24), to: day(24) },
      { name: 'Ashura', from: day(40), to: day(41) },
      { name: 'before', from: '2020-01-01', to: '2020-01-02' },
    ]
    const columns = drawLine({ past, expected: [], holidays }).holidays
    expect(columns.map(({ name, named }) => [name, named])).toEqual([
      ['Ramadan', false],
      ['Eid ul-Fitr', true],
      ['Eid ul-Adha', false],
      ['Ashura', true],
    ])
    for (const { x, width } of columns) expect(x + width).toBeLessThanOrEqual(100)
  })
})

describe('the names of holidays', () => {
  it('never stand in each other, nor beyond the end', () => {
    const past = Array.from({ length: 48 }, (_, month) => ({ day: day(4 * month), value: 1 }))
    for (let gap = 1; gap < 60; gap++) {
      const holidays = Array.from({ length: 12 }, (_, i) => ({
        name: 'Ramadan',
        from: day(i * gap),
        to: day(i * gap + 4),
      }))
      const named = drawLine({ past, expected: [], holidays }).holidays.filter((one) => one.named)
      named.forEach(({ at }, i) => {
        // At 360 px the widest face takes 18.3 % of the width for it.
        expect(at + 18.3 / 2).toBeLessThanOrEqual(100)
        if (i > 0) expect(at - (named[i - 1]?.at ?? 0)).toBeGreaterThan(18.3)
      })
    }
  })
})

describe('the top of a field', () => {
  it('is a round number at or just above the value', () => {
    expect([0, 1, 83, 12_400, 260_000].map(roundUp)).toEqual([1, 1, 100, 15_000, 300_000])
  })
})
