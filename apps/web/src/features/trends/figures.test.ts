// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { bare, readers } from '../words.testing.ts'
import { chartView, compareLine, growthInWords } from './figures.ts'

const words = readers.en
const net = { minor: '1', currency: 'PKR' }
const change = (ratio: number) => ({ kind: 'change' as const, from: '2026-10-01', to: '2026-10-30', net, ratio })

describe('a comparison', () => {
  test('says more or less in words, never by a sign alone', () => {
    expect(bare(compareLine(change(0.08), 'before', words).text)).toBe('8% more than the 30 days before')
    expect(bare(compareLine(change(-0.03), 'lastYear', words).text)).toBe('3% less than the same days last year')
  })
  test('from threefold on is told as a multiple', () => {
    expect(bare(compareLine(change(5.14), 'before', words).text)).toBe('6.1 times the 30 days before')
  })
  test('of nearly nothing is the same', () => {
    expect(compareLine(change(0.004), 'before', words)).toMatchObject({ way: 'same', mood: 'plain' })
  })
  test('with too little history says how much is missing', () => {
    const declined = { kind: 'declined' as const, reason: 'history-too-short', needed: 394, got: 340 }
    expect(bare(compareLine(declined, 'lastYear', words).text)).toBe(
      'To compare with last year we need 8 weeks more of sales',
    )
  })
})

describe('growth', () => {
  test('keeps quiet when there is too little to say', () => expect(growthInWords(null, words)).toBeNull())
  test('is a percentage, and a multiple from threefold on', () => {
    expect([0.41, -0.35, 3.2].map((growth) => bare(growthInWords(growth, words)?.text ?? ''))).toEqual([
      '+41%',
      '−35%',
      '4.2 times',
    ])
  })
})

describe('a chart', () => {
  const chart = {
    unit: 'money' as const,
    past: [0, 1, 2, 3].map((week) => ({ from: `2026-11-0${week + 1}`, value: 1_000_000 * (week + 1) })),
    next: [{ from: '2026-11-05', mean: 5_000_000, lo: 4_000_000, hi: 6_000_000 }],
    declined: null,
    model: 'ets',
    holidays: [],
    marks: [2],
  }
  test('keeps its marks on the right weeks when only the newest are shown', () => {
    expect(chartView(chart, 'PKR', words, 2).past).toEqual([
      { day: '2026-11-03', value: 3_000_000, odd: true },
      { day: '2026-11-04', value: 4_000_000 },
    ])
  })
  test('says its last week and what is expected, as an estimate', () => {
    const said = bare(chartView(chart, 'PKR', words).sentence)
    expect(said).toContain('Rs 40 thousand')
    expect(said).toMatch(/about Rs 50 thousand, likely between Rs 40 thousand and Rs 60 thousand/)
  })
  test('without a forecast says what is missing instead', () => {
    const declined = { kind: 'declined' as const, reason: 'history-too-short', needed: 6, got: 4 }
    expect(bare(chartView({ ...chart, next: [], declined }, 'PKR', words).sentence)).toContain(
      'We need 2 more weeks of sales',
    )
  })
})
