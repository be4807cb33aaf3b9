// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { aPack, holiday } from './a-pack.testing.ts'
import { checkPack } from './check-pack.ts'
import { announcedMonth } from './hijri-months.ts'
import type { Pack } from './pack.ts'

const codes = (pack: unknown): string[] => checkPack(pack).map((found) => found.code)
const good = aPack()
const week = { start: 1, weekend: [0], source: 'Made up for a test' }
const hijri = (...months: ReturnType<typeof announcedMonth>[]): Partial<Pack> => ({
  hijri: { offsetDays: 1, offsetSource: 'Made up for a test', months },
})

describe('the checker', () => {
  test('finds nothing wrong with a sound pack', () => {
    expect(checkPack(good)).toEqual([])
  })

  const faults: readonly [string, Partial<Pack>, string][] = [
    ['a currency that is none', { currency: 'ABC' }, 'currency.unknown'],
    ['a default language that is not offered', { defaultLanguage: 'fr' }, 'language.unlisted'],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'time-zone.unknown'],
    ['an id that is not the country', { id: 'qr' }, 'id.not-country'],
    ['a day that does not exist', { checkedOn: '2026-02-30' }, 'date.unreal'],
    [
      'rows that overlap',
      {
        weeks: [
          { ...week, valid_from: '2000-01-01', valid_to: '2010-01-01' },
          { ...week, valid_from: '2010-01-01', valid_to: null },
        ],
      },
      'row.overlap',
    ],
    [
      'an open row that another follows',
      {
        weeks: [
          { ...week, valid_from: '2000-01-01', valid_to: null },
          { ...week, valid_from: '2010-01-01', valid_to: null },
        ],
      },
      'row.overlap',
    ],
    [
      'a gap between rows',
      {
        weeks: [
          { ...week, valid_from: '2000-01-01', valid_to: '2009-12-30' },
          { ...week, valid_from: '2010-01-01', valid_to: null },
        ],
      },
      'row.gap',
    ],
    [
      'a row that ends before it begins',
      { weeks: [{ ...week, valid_from: '2000-01-01', valid_to: '1999-12-31' }] },
      'row.ends-before-it-begins',
    ],
    ['one mark for two things', { numbers: { ...good.numbers, groupMark: '.' } }, 'numbers.same-marks'],
    [
      'scales out of order',
      {
        numbers: {
          ...good.numbers,
          scales: [7, 5].map((power) => ({ power, names: { en: 'x', ur: 'x' }, short: { en: 'x', ur: 'x' } })),
        },
      },
      'numbers.scales-unsorted',
    ],
    [
      'a telephone example that its own rule refuses',
      {
        phone: { ...good.phone, kinds: [{ kind: 'mobile', national: '3\\d{6}', groups: [7], example: '0400 1234' }] },
      },
      'phone.example-refused',
    ],
    [
      'a pattern that is none',
      { phone: { ...good.phone, kinds: [{ kind: 'mobile', national: '3(\\d', groups: [7], example: '0300 1234' }] } },
      'pattern.invalid',
    ],
    [
      'an identity example that its own rule refuses',
      { nationalId: { ...good.nationalId, example: '12-34' } },
      'national-id.example-refused',
    ],
    [
      'a region of another country',
      { regions: [{ ...good.regions[0], code: 'ZZ-A' }] as never },
      'region.other-country',
    ],
    ['a category twice', { categories: [...good.categories, ...good.categories] }, 'row.twice'],
    [
      'a month twice',
      hijri(announcedMonth(1445, 9, 1, '2024-03-12', 'Report A'), announcedMonth(1445, 9, 1, '2024-03-12', 'Report B')),
      'row.twice',
    ],
    ['a month far from its moon', hijri(announcedMonth(1445, 9, 1, '2024-03-15', 'Report A')), 'hijri.far-from-moon'],
    [
      'a month of 31 days',
      hijri(
        announcedMonth(1445, 9, 1, '2024-03-10', 'Report A'),
        announcedMonth(1445, 10, 1, '2024-04-10', 'Report B'),
      ),
      'hijri.month-length',
    ],
    ['a Hijri holiday without Hijri months', { hijri: null }, 'holiday.no-hijri'],
    [
      'a holiday on no day',
      { holidays: [holiday('never', { type: 'fixed', month: 2, day: 30, days: 1 })] },
      'date.unreal',
    ],
    ['a holiday kept twice over', { holidays: [...good.holidays, ...good.holidays] }, 'row.overlap'],
    ['a list that must not be empty', { languages: [] }, 'shape.minItems'],
    ['a field that no pack has', { anthem: 'la la' } as never, 'shape.additionalProperties'],
    [
      'a row without a source',
      { weeks: [{ ...week, source: '', valid_from: '2000-01-01', valid_to: null }] },
      'shape.minLength',
    ],
  ]

  test.each(faults)('catches %s', (_, overrides, code) => {
    expect(codes({ ...good, ...overrides })).toContain(code)
  })

  test('a missing field is named, whichever it is', () => {
    for (const field of Object.keys(good)) {
      const without = Object.fromEntries(Object.entries(good).filter(([key]) => key !== field))
      expect(
        checkPack(without)
          .map((found) => found.detail)
          .join(),
      ).toContain(field)
    }
  })

  test('what is no pack at all is refused, not crashed on', () => {
    for (const value of [null, undefined, 7, 'pk', [], {}]) expect(codes(value).length).toBeGreaterThan(0)
  })
})
