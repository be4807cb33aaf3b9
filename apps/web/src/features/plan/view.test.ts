// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { plan } from '../../../tools/fake-shop/plan.ts'
import { bare, readers } from '../words.testing.ts'
import { quantitiesOf } from './quantities.ts'
import { demandView, listAsMessage, planRow, settingsInWords, timesOf, totalOf, urgencyChips } from './view.ts'

const words = readers.en
const lines = plan(new Map()).items
const line = lines.find(({ urgency }) => urgency === 'now') ?? lines[0]
if (!line) throw new Error('the stand-in shop has no line')

describe('a service level in plain words', () => {
  test.each([
    [95, 19, 20],
    [90, 9, 10],
    [98, 49, 50],
    [99.9, 999, 1000],
    [75, 3, 4],
  ])('%f percent is %i times of %i', (percent, times, of) => {
    expect(timesOf(percent)).toEqual({ times, of })
  })
  test('stands in one sentence with days', () => {
    expect(bare(settingsInWords({ leadTimeDays: 21, reviewDays: 1, serviceLevelPercent: 95 }, words))).toBe(
      'Goods arrive in 21 days, you order every 1 day, and 19 times of 20 you will not run out.',
    )
  })
})

describe('a line of the plan', () => {
  test('leads with the sentence that decides and keeps the rest', () => {
    const row = planRow({ ...line, why: [...line.why].reverse() }, 'PKR', words)
    expect(bare(row.reason)).toContain('chance of running out')
    expect(row.why).toHaveLength(line.why.length - 1)
  })
  test('asks to count before anything else when nobody has', () => {
    const uncounted = { ...line, urgency: 'count-first' as const, onHandMilli: null, orderQuantityMilli: 0 }
    expect(planRow(uncounted, 'PKR', words).what).toBe('Count the stock first')
    expect(demandView(uncounted, words).stock).toBeNull()
  })
  test('has no cost when nothing is to be ordered', () => {
    expect(planRow({ ...line, orderQuantityMilli: 0 }, 'PKR', words).cost).toBeNull()
  })
  test('is drawn wholly inside its picture', () => {
    const { high, stock, target, top } = demandView(line, words)
    expect(top).toBeGreaterThan(Math.max(high, stock ?? 0, target))
  })
})

test('chips hold what they count, and the chosen one even when it holds nothing', () => {
  const chips = urgencyChips({ now: 5, soon: 0 }, 'later', '/s/plan', 'bat', words)
  expect(chips.map(({ label, href, on }) => [label, href, on])).toEqual([
    ['All', '/s/plan?search=bat', false],
    ['Now 5', '/s/plan?urgency=now&search=bat', false],
    ['Later 0', '/s/plan?urgency=later&search=bat', true],
  ])
})

describe('the purchase list', () => {
  const of = (name: string, supplier: string | null, minor: string | null) => ({
    itemId: name,
    code: name,
    name,
    quantityMilli: 24_000,
    unit: 'pair',
    supplier,
    cost: minor === null ? null : { minor, currency: 'PKR' },
  })
  test('is summed exactly, and says what is not in the sum', () => {
    expect(totalOf([of('a', null, '9007199254740993'), of('b', null, '1'), of('c', null, null)], 'PKR')).toEqual({
      total: { minor: '9007199254740994', currency: 'PKR' },
      unknown: 1,
    })
  })
  test('becomes a message by supplier, without marks that a phone shows as boxes', () => {
    const message = listAsMessage([of('Bat', 'Workshop', null), of('Ball', null, null)], 'Star', words)
    expect(message).toBe('Order from Star\n\n- Ball: 24 pairs\n\n*Workshop*\n- Bat: 24 pairs')
  })
  test('reads back what was typed; an emptied field takes the line off, nonsense changes nothing', () => {
    const form = new FormData()
    for (const [name, value] of [
      ['quantity-a', '1,200'],
      ['quantity-b', ''],
      ['quantity-c', 'many'],
      ['milli-d', '500'],
      ['other', '9'],
    ] as const)
      form.set(name, value)
    expect(quantitiesOf(form)).toEqual([
      { item: 'a', quantityMilli: 1_200_000 },
      { item: 'b', quantityMilli: 0 },
      { item: 'd', quantityMilli: 500 },
    ])
  })
})
