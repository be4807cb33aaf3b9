// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { currencyDecimals, isCurrency } from '../../../../packages/pack-kit/src/index.ts'
import { decimalsOf } from './currency.ts'
import { makeWords, type Preference } from './words.ts'

const western: Preference = { language: 'en', digits: 'western', theme: 'system', grouping: 'lakh', timeZone: 'UTC' }
const english = makeWords(western)
const urdu = makeWords({ ...western, language: 'ur' })
const urduDigits = makeWords({ ...western, language: 'ur', digits: 'urdu' })
const amount = { minor: '124000000', currency: 'PKR' }

describe('money', () => {
  it('is said as people say it', () => {
    expect(english.moneyShort(amount)).toBe('Rs 12.4 lakh')
    expect(urdu.moneyShort(amount)).toBe('12.4 لاکھ روپے')
    expect(urduDigits.moneyShort(amount)).toBe('۱۲.۴ لاکھ روپے')
  })

  it('is written in full on demand, exactly, however long', () => {
    expect(english.moneyFull(amount)).toBe('Rs 12,40,000')
    expect(english.moneyFull({ minor: '-123456789012345678905', currency: 'PKR' })).toBe(
      'Rs −12,34,56,78,90,12,34,56,789.05',
    )
    expect(english.moneyFull({ minor: '1500', currency: 'XTS' })).toBe('XTS 1.500')
  })

  it('has the decimals of the currency table for every currency there is', () => {
    for (const code of [...Intl.supportedValuesOf('currency'), 'XTS'].filter(isCurrency)) {
      expect(decimalsOf(code), code).toBe(currencyDecimals(code))
    }
  })
})

describe('sentences', () => {
  it('isolate what is put into them', () => {
    expect(english.t('people.link', { name: 'بلال' })).toBe('Link for \u2068بلال\u2069')
  })

  it('choose the plural by the count', () => {
    expect(english.t('keys.days', { count: 1 })).toBe('\u20681\u2069 day')
    expect(english.t('keys.days', { count: 90 })).toBe('\u206890\u2069 days')
  })

  it('write numbers in the digits of the reader', () => {
    expect(urduDigits.t('keys.days', { count: 90 })).toBe('\u2068۹۰\u2069 دن')
  })
})

describe('dates', () => {
  it('are said day, month, year in both languages', () => {
    expect(english.day('2026-11-24')).toBe('24 November 2026')
    expect(urdu.day('2026-11-24')).toBe('24 نومبر 2026')
    expect(english.day('2026-11-24', 'full')).toBe('Tuesday 24 November')
    expect(urdu.day('2026-11-24', 'full')).toBe('منگل 24 نومبر')
  })

  it('stay the same day whatever the zone of the server', () => {
    expect(makeWords({ ...western, timeZone: 'Pacific/Kiritimati' }).day('2026-01-01')).toBe('1 January 2026')
  })

  it('are told in the shop’s zone when they are instants', () => {
    const there = makeWords({ ...western, timeZone: 'Asia/Kolkata' })
    expect(there.instant('2026-11-24T20:00:00Z')).toBe('25 November 2026 01:30')
  })

  it('have a Hijri face', () => {
    expect(urdu.hijri('2026-03-20')).toContain('1447')
  })
})

describe('percentages', () => {
  it('show their sign when asked, and none for nothing', () => {
    expect(english.percent(0.41, { signed: true })).toBe('+41%')
    expect(english.percent(-0.35, { signed: true })).toBe('−35%')
    expect(english.percent(0.001, { signed: true })).toBe('0%')
  })
})
