// SPDX-License-Identifier: Apache-2.0
import type { Pack } from '@resham/pack-kit'
import { chart } from './chart.ts'
import { tax } from './taxes.ts'

export { knotHouse as fiscal } from './fiscal.ts'

const invented = 'Invented for tests; no such country'

/**
 * Zedland, an invented country, odd on purpose: money with three decimals, a week from Saturday that
 * rests on Friday alone, digits grouped by four, dates with the year first, a fiscal year from mid-March.
 */
export const pack: Pack = {
  id: 'zz',
  checkedOn: '2026-11-24',
  invented: true,
  country: 'ZZ',
  names: { en: 'Zedland', ur: 'زیڈ لینڈ' },
  languages: [
    { code: 'en', direction: 'ltr', names: { en: 'English', ur: 'انگریزی' } },
    { code: 'ur', direction: 'rtl', names: { en: 'Urdu', ur: 'اردو' } },
  ],
  defaultLanguage: 'en',
  timeZone: 'Pacific/Chatham',
  currency: 'XTS',
  currencySign: { en: 'Ƶ', ur: 'زیڈ' },
  numbers: {
    decimalMark: ',',
    groupMark: '’',
    groups: [4],
    scales: [
      { power: 4, names: { en: 'myriad', ur: 'دس ہزار' }, short: { en: 'my', ur: 'دس ہزار' } },
      { power: 8, names: { en: 'myllion', ur: 'دس کروڑ' }, short: { en: 'myl', ur: 'دس کروڑ' } },
    ],
  },
  dateOrder: 'ymd',
  weeks: [
    { start: 1, weekend: [0], valid_from: '1900-01-01', valid_to: '2014-12-31', source: invented },
    { start: 6, weekend: [5], valid_from: '2015-01-01', valid_to: null, source: invented },
  ],
  fiscalYears: [{ startMonth: 3, startDay: 16, valid_from: '1900-01-01', valid_to: null, source: invented }],
  phone: {
    // 999 is reserved by the ITU and belongs to no country.
    countryCode: '999',
    trunkPrefix: '8',
    internationalPrefix: '810',
    kinds: [
      { kind: 'mobile', national: '7\\d{6}', groups: [1, 2, 2, 2], example: '8 7 12 34 56' },
      { kind: 'landline', national: '[24]\\d{4}', groups: [2, 3], example: '8 21 345' },
    ],
    source: invented,
  },
  nationalId: {
    names: { en: 'Zed number', ur: 'زیڈ نمبر' },
    short: { en: 'ZN', ur: 'زیڈ نمبر' },
    groups: [2, 3, 4],
    separator: '/',
    pattern: '[A-HJ-NP-Z]{2}\\d{7}',
    check: 'mod-11',
    example: 'QX/123/4563',
    source: invented,
  },
  regions: [
    { code: 'ZZ-N', kind: 'march', names: { en: 'Upper Zed', ur: 'بالائی زیڈ' } },
    { code: 'ZZ-S', kind: 'march', names: { en: 'Lower Zed', ur: 'زیریں زیڈ' } },
    { code: 'ZZ-0', kind: 'free harbour', names: { en: 'Port Nought', ur: 'پورٹ ناٹ' } },
  ],
  categories: [
    { id: 'kites', names: { en: 'Kites', ur: 'پتنگیں' } },
    { id: 'bottled-fog', names: { en: 'Bottled fog', ur: 'بوتل بند دھند' } },
    { id: 'other', names: { en: 'Other', ur: 'دیگر' } },
  ],
  hijri: null,
  tradeWords: {},
  tax,
  chart,
  abroad: {
    // ISO 3166-1 keeps QMA to QZZ and XAA to XZZ for whoever needs a code of their own.
    home: { code: 'ZZZ', numbers: ['990'], latitude: -43.9, longitude: -176.5 },
    source: invented,
    countries: [
      {
        code: 'XAA',
        numbers: ['991'],
        names: { en: 'Ayland', ur: 'آئے لینڈ' },
        capital: 'Ay',
        latitude: -41.3,
        longitude: 174.8,
      },
      {
        code: 'XBB',
        numbers: ['992'],
        names: { en: 'Beeland', ur: 'بی لینڈ' },
        capital: 'Bee',
        latitude: 60,
        longitude: 20,
      },
      {
        code: 'XCC',
        numbers: ['993'],
        names: { en: 'Sealand', ur: 'سی لینڈ' },
        capital: 'Sea',
        latitude: 0,
        longitude: 0,
      },
    ],
    preferences: [
      {
        id: 'kite-pact',
        names: { en: 'Kite Pact', ur: 'پتنگ معاہدہ' },
        countries: ['XAA'],
        cover: 'most',
        proof: { en: 'A knot in the string', ur: 'ڈور میں ایک گرہ' },
        check: true,
        valid_from: '2020-01-01',
        valid_to: null,
        source: invented,
      },
      {
        id: 'no-pact',
        names: { en: 'No pact with Beeland', ur: 'بی لینڈ سے کوئی معاہدہ نہیں' },
        countries: ['XBB'],
        cover: 'none',
        proof: { en: 'Nothing', ur: 'کچھ نہیں' },
        check: false,
        valid_from: '2020-01-01',
        valid_to: null,
        source: invented,
      },
    ],
  },
  holidays: [
    {
      id: 'null-day',
      names: { en: 'Null Day', ur: 'یومِ صفر' },
      kind: 'public',
      when: { type: 'fixed', month: 2, day: 29, days: 1 },
      leadDays: 0,
      lagDays: 0,
      valid_from: '1900-01-01',
      valid_to: null,
      source: invented,
    },
    {
      id: 'kite-week',
      names: { en: 'Kite Week', ur: 'پتنگوں کا ہفتہ' },
      kind: 'season',
      when: { type: 'nth-weekday', month: 10, weekday: 6, nth: 2, days: 7 },
      leadDays: 14,
      lagDays: 2,
      valid_from: '1900-01-01',
      valid_to: null,
      source: invented,
    },
    {
      id: 'turning-night',
      names: { en: 'Turning Night', ur: 'شبِ گردش' },
      kind: 'religious',
      when: { type: 'fixed', month: 12, day: 30, days: 4 },
      leadDays: 5,
      lagDays: 0,
      valid_from: '1900-01-01',
      valid_to: '2022-12-31',
      source: invented,
    },
    {
      id: 'turning-night',
      names: { en: 'Turning Night', ur: 'شبِ گردش' },
      kind: 'religious',
      when: { type: 'fixed', month: 12, day: 29, days: 2 },
      leadDays: 9,
      lagDays: 0,
      valid_from: '2023-01-01',
      valid_to: null,
      source: invented,
    },
  ],
}
