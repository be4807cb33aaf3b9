// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { drawLines } from './lines.ts'
import { linesPicture, seriesPicture } from './standalone.ts'

const month = (index: number) => `20${20 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
const past = Array.from({ length: 24 }, (_, index) => ({ day: month(index), value: 100 + index }))
const about = {
  title: 'Rice & <salt>',
  notes: ['one'],
  direction: 'ltr' as const,
  say: String,
  sayDay: (day: string) => day,
}

describe('a picture on its own', () => {
  it('is whole: no style from outside, no number that is none, words that cannot break it', () => {
    const svg = seriesPicture(
      { past, expected: [{ day: month(24), value: 130, low: 120, high: 140 }], holidays: [], shifts: [month(10)] },
      about,
    )
    expect(svg).toContain('Rice &amp; &lt;salt&gt;')
    expect(svg).not.toMatch(/var\(|class=|NaN|undefined/)
    expect(svg.match(/<svg/g)).toHaveLength(1)
  })

  it('is drawn of nothing at all without a fault', () => {
    expect(seriesPicture({ past: [], expected: [], holidays: [] }, about)).not.toContain('NaN')
    expect(linesPicture([], true, about)).not.toContain('NaN')
  })

  it('of Urdu words is written in one face, from the right', () => {
    const svg = linesPicture([{ letter: 'A', name: 'چاول', points: past }], true, {
      ...about,
      title: 'چاول',
      direction: 'rtl',
    })
    expect(svg).toMatch(/<svg[^>]*font-family="'Noto Nastaliq Urdu'/)
    expect(svg).toMatch(/text-anchor="end"[^>]*>\u202bچاول/)
  })
})

describe('several lines', () => {
  it('end in letters that do not cover each other', () => {
    const lines = ['A', 'B', 'C', 'D'].map((letter, place) => ({
      letter,
      name: letter,
      points: past.map((one) => ({ ...one, value: one.value + place / 10 })),
    }))
    const heights = drawLines(lines, true)
      .ends.map(({ y }) => y)
      .toSorted((a, b) => a - b)
    for (let i = 1; i < heights.length; i++)
      expect((heights[i] as number) - (heights[i - 1] as number)).toBeGreaterThan(8)
  })

  it('that leave from 100 show where 100 is', () => {
    const { hundred, bottom, top } = drawLines([{ letter: 'A', name: 'A', points: past }], true)
    expect(hundred === null || (hundred >= 0 && hundred <= 100)).toBe(true)
    expect(bottom).toBeLessThanOrEqual(100)
    expect(top).toBeGreaterThanOrEqual(123)
  })
})
