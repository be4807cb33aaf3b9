// SPDX-License-Identifier: Apache-2.0
import { daysBetween, type PlainDate, plainDate, toDayNumber } from '@resham/base'
import {
  checkPack,
  displayNationalId,
  displayPhone,
  getRowOn,
  groupDigits,
  hijriMonthStart,
  holidaysBetween,
  normaliseNationalId,
  normalisePhone,
} from '@resham/pack-kit'
import { describe, expect, test } from 'vitest'
import { pack } from './index.ts'

const ofYear = (year: number) => holidaysBetween(pack, plainDate(`${year}-01-01`), plainDate(`${year}-12-31`))
const starts = (year: number, id: string): PlainDate[] =>
  ofYear(year)
    .filter((one) => one.id === id && one.from.startsWith(String(year)))
    .map((one) => one.from)
const years = Array.from({ length: 19 }, (_, i) => 2009 + i)

test('the checker finds nothing wrong with the pack', () => {
  expect(checkPack(pack)).toEqual([])
})

describe('holidays', () => {
  // Press reports of each decision; the same that SOURCE.md lists.
  test.each([
    [2012, 'eid-ul-fitr', '2012-08-20'],
    [2015, 'eid-ul-fitr', '2015-07-18'],
    [2020, 'eid-ul-adha', '2020-08-01'],
    [2024, 'ramadan', '2024-03-12'],
    [2024, 'eid-ul-fitr', '2024-04-10'],
    [2025, 'eid-milad', '2025-09-06'],
    [2026, 'eid-ul-fitr', '2026-03-21'],
  ])('%i: %s was announced for %s', (year, id, day) => {
    const found = ofYear(year).find((one) => one.id === id)
    expect(found).toMatchObject({ from: day, estimated: false })
  })

  test('Ashura is the ninth and tenth of Muharram', () => {
    expect(ofYear(2025).find((one) => one.id === 'ashura')).toMatchObject({ from: '2025-07-05', to: '2025-07-06' })
  })

  test('each year from 2009 to 2027 has its Eids, Ramadan, Ashura and Milad, at least eleven days round a year', () => {
    for (const id of ['eid-ul-fitr', 'eid-ul-adha', 'ramadan', 'ashura', 'eid-milad']) {
      const days = years.flatMap((year) => starts(year, id))
      expect(days.length).toBeGreaterThanOrEqual(years.length)
      days.slice(1).forEach((day, i) => {
        const apart = daysBetween(days[i] ?? day, day)
        expect(apart >= 352 && apart <= 357).toBe(true)
      })
    }
  })

  test('Ramadan ends on the day before Eid', () => {
    for (const year of years) {
      const [fast] = ofYear(year).filter((one) => one.id === 'ramadan')
      const feast = starts(year, 'eid-ul-fitr')[0]
      if (!fast || !feast) throw new Error(`no Ramadan in ${year}`)
      const apart = daysBetween(fast.to, feast)
      // Where one of the two months is estimated, the two may disagree by a day.
      expect(fast.estimated ? Math.abs(apart - 1) <= 1 : apart === 1).toBe(true)
    }
  })

  test('days still to be announced say that they are estimated', () => {
    const later = ofYear(2027).filter((one) => one.kind !== 'public')
    expect(later.length).toBeGreaterThanOrEqual(5)
    expect(later.every((one) => one.estimated)).toBe(true)
  })

  test('the estimate would have been right for three months in four, and never off by more than a day', () => {
    const errors = (pack.hijri?.months ?? []).map((row) => {
      const estimate = hijriMonthStart(row.year, row.month) + (pack.hijri?.offsetDays ?? 0)
      return Math.abs(toDayNumber(row.firstDay as PlainDate) - estimate)
    })
    expect(errors.length).toBeGreaterThanOrEqual(70)
    expect(Math.max(...errors)).toBe(1)
    expect(errors.filter((error) => error === 0).length / errors.length).toBeGreaterThan(0.75)
  })

  test('Iqbal Day was kept until 2014 and again since 2022', () => {
    expect(years.filter((year) => starts(year, 'iqbal-day').length > 0)).toEqual([
      2009, 2010, 2011, 2012, 2013, 2014, 2022, 2023, 2024, 2025, 2026, 2027,
    ])
  })

  test('Youm-e-Takbeer is a holiday since 2024', () => {
    expect(years.filter((year) => starts(year, 'youm-e-takbeer').length > 0)).toEqual([2024, 2025, 2026, 2027])
  })
})

describe('styles', () => {
  test('numbers stand in lakh and crore', () => {
    expect(groupDigits('124000000', pack.numbers)).toBe('12,40,00,000')
    expect(pack.numbers.scales.map((scale) => scale.names.en)).toEqual(['thousand', 'lakh', 'crore', 'arab'])
  })

  test.each([
    ['0300 1234567', '+923001234567', 'mobile', '0300 1234567'],
    ['+92-321-1234567', '+923211234567', 'mobile', '0321 1234567'],
    ['۰۳۴۵۱۲۳۴۵۶۷', '+923451234567', 'mobile', '0345 1234567'],
    ['042-35761234', '+924235761234', 'landline', '042 35761234'],
    ['(052) 4261234', '+92524261234', 'landline', '052 4261234'],
    ['0092 992 123456', '+92992123456', 'landline', '0992 123456'],
    ['0800-12345', '+9280012345', 'free', '0800 12345'],
  ])('the telephone number %s is %s', (typed, e164, kind, shown) => {
    expect(normalisePhone(pack.phone, typed)).toEqual({ e164, kind })
    expect(displayPhone(pack.phone, e164)).toBe(shown)
  })

  test('numbers that are too short, too long or foreign are refused', () => {
    for (const text of ['0300 123456', '0300 12345678', '+44 7911 123456', '1122', '0000000000']) {
      expect(normalisePhone(pack.phone, text)).toBeUndefined()
    }
  })

  test('an identity card number is thirteen digits as five, seven and one', () => {
    expect(normaliseNationalId(pack.nationalId, '35202-1234567-1')).toBe('3520212345671')
    expect(normaliseNationalId(pack.nationalId, '۳۵۲۰۲ ۱۲۳۴۵۶۷ ۱')).toBe('3520212345671')
    expect(displayNationalId(pack.nationalId, '3520212345671')).toBe('35202-1234567-1')
    for (const text of ['05202-1234567-1', '3520-1234567-1', '352021234567A']) {
      expect(normaliseNationalId(pack.nationalId, text)).toBeUndefined()
    }
  })

  test('offices rest on Saturday and Sunday since October 2011, but for six weeks of 2022', () => {
    expect(getRowOn(pack.weeks, plainDate('2011-10-01')).weekend).toEqual([0])
    expect(getRowOn(pack.weeks, plainDate('2011-10-15')).weekend).toEqual([6, 0])
    expect(getRowOn(pack.weeks, plainDate('2022-05-01')).weekend).toEqual([0])
    expect(getRowOn(pack.weeks, plainDate('2026-11-24')).weekend).toEqual([6, 0])
  })

  test('every word is there in Urdu, in Arabic letters', () => {
    const words = [
      pack,
      ...pack.regions,
      ...pack.categories,
      ...pack.holidays,
      ...pack.numbers.scales,
      ...pack.languages,
    ]
    for (const { names } of words) expect(names.ur).toMatch(/^[\u0600-\u06ff\s،()]+$/)
  })
})
