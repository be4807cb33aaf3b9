// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import {
  checkPack,
  currencyDecimals,
  displayNationalId,
  displayPhone,
  getRowOn,
  groupDigits,
  holidaysBetween,
  normaliseNationalId,
  normalisePhone,
} from '@resham/pack-kit'
import { describe, expect, test } from 'vitest'
import { pack } from './index.ts'

test('the checker finds nothing wrong with the pack', () => {
  expect(checkPack(pack)).toEqual([])
})

describe('Zedland is odd where other countries are usual', () => {
  test('money has three decimals, and the country says that it is invented', () => {
    expect(currencyDecimals(pack.currency)).toBe(3)
    expect(pack.invented).toBe(true)
  })

  test('the week begins on Saturday and rests on Friday alone, since 2015', () => {
    expect(getRowOn(pack.weeks, plainDate('2026-11-24'))).toMatchObject({ start: 6, weekend: [5] })
    expect(getRowOn(pack.weeks, plainDate('2014-12-31'))).toMatchObject({ start: 1, weekend: [0] })
  })

  test('both directions of writing are offered', () => {
    expect(pack.languages.map((language) => language.direction).sort()).toEqual(['ltr', 'rtl'])
  })

  test('digits stand in fours', () => {
    expect(groupDigits('123456789', pack.numbers)).toBe('1’2345’6789')
  })

  test('no moon, a leap day, a wandering week and a feast that changed', () => {
    const found = holidaysBetween(pack, plainDate('2022-10-01'), plainDate('2024-03-01'))
    expect(found.map(({ id, from, to }) => `${id} ${from} ${to}`)).toEqual([
      'kite-week 2022-10-08 2022-10-14',
      'turning-night 2022-12-30 2023-01-02',
      'kite-week 2023-10-14 2023-10-20',
      'turning-night 2023-12-29 2023-12-30',
      'null-day 2024-02-29 2024-02-29',
    ])
    expect(found.some((one) => one.estimated)).toBe(false)
  })

  test('telephone and identity numbers follow rules of their own', () => {
    expect(normalisePhone(pack.phone, '8 7 12 34 56')).toEqual({ e164: '+9997123456', kind: 'mobile' })
    expect(normalisePhone(pack.phone, '810 999 7123456')?.e164).toBe('+9997123456')
    expect(displayPhone(pack.phone, '+99921345')).toBe('821 345')
    expect(normaliseNationalId(pack.nationalId, 'qx/123/4563')).toBe('QX1234563')
    expect(normaliseNationalId(pack.nationalId, 'QX/123/4564')).toBeUndefined()
    expect(normaliseNationalId(pack.nationalId, 'QI/123/4563')).toBeUndefined()
    expect(displayNationalId(pack.nationalId, 'QX1234563')).toBe('QX/123/4563')
  })
})
