// SPDX-License-Identifier: Apache-2.0
import { postingRoles } from '@resham/bookkeeping'
import { kindOfRole } from './chart.ts'
import { announcedMonth } from './hijri-months.ts'
import type { Pack } from './pack.ts'

const source = 'Made up for a test'

/** A small, sound pack for tests; `overrides` replace whole fields. */
export function aPack(overrides: Partial<Pack> = {}): Pack {
  return {
    id: 'qq',
    checkedOn: '2026-01-01',
    invented: true,
    country: 'QQ',
    names: { en: 'Queue', ur: 'قطار' },
    languages: [{ code: 'en', direction: 'ltr', names: { en: 'English', ur: 'انگریزی' } }],
    defaultLanguage: 'en',
    timeZone: 'UTC',
    currency: 'XTS',
    currencySign: { en: 'Q', ur: 'ق' },
    numbers: { decimalMark: '.', groupMark: ',', groups: [3], scales: [] },
    dateOrder: 'dmy',
    weeks: [
      { start: 1, weekend: [0], valid_from: '2000-01-01', valid_to: '2009-12-31', source },
      { start: 6, weekend: [5], valid_from: '2010-01-01', valid_to: null, source },
    ],
    fiscalYears: [{ startMonth: 7, startDay: 1, valid_from: '2000-01-01', valid_to: null, source }],
    phone: {
      countryCode: '999',
      trunkPrefix: '0',
      internationalPrefix: '00',
      kinds: [
        { kind: 'mobile', national: '3\\d{6}', groups: [3, 4], example: '0300 1234' },
        { kind: 'landline', national: '2\\d{5}', groups: [2, 4], example: '021 2345' },
      ],
      source,
    },
    nationalId: {
      names: { en: 'Number', ur: 'نمبر' },
      short: { en: 'No', ur: 'نمبر' },
      groups: [2, 3],
      separator: '-',
      pattern: '\\d{5}',
      check: 'none',
      example: '12-345',
      source,
    },
    regions: [{ code: 'QQ-A', kind: 'province', names: { en: 'A', ur: 'الف' } }],
    categories: [{ id: 'other', names: { en: 'Other', ur: 'دیگر' } }],
    hijri: {
      offsetDays: 1,
      offsetSource: source,
      months: [announcedMonth(1445, 9, 1, '2024-03-12', source), announcedMonth(1445, 10, 1, '2024-04-10', source)],
    },
    tradeWords: {},
    chart: {
      source,
      accounts: postingRoles.map((role, i) => ({
        code: `A${10 + i}`,
        names: { en: role, ur: 'کھاتہ' },
        kind: kindOfRole[role],
        role,
      })),
    },
    abroad: {
      home: { code: 'QQA', numbers: ['990'], latitude: 0, longitude: 0 },
      source,
      countries: [
        { code: 'QQB', numbers: ['991'], names: { en: 'Far', ur: 'دور' }, capital: 'Far', latitude: 0, longitude: 90 },
        {
          code: 'QQC',
          numbers: ['992', '993'],
          names: { en: 'Near', ur: 'قریب' },
          capital: 'Near',
          latitude: 1,
          longitude: 0,
        },
      ],
      preferences: [
        {
          id: 'near',
          names: { en: 'Near', ur: 'قریب' },
          countries: ['QQC'],
          cover: 'most',
          proof: { en: 'Paper', ur: 'کاغذ' },
          check: false,
          valid_from: '2020-01-01',
          valid_to: '2025-12-31',
          source,
        },
      ],
    },
    tax: {
      registrations: [
        {
          id: 'anyone',
          names: { en: 'Anyone', ur: 'کوئی بھی' },
          tells: { en: 'Anyone', ur: 'کوئی بھی' },
          numberPattern: null,
          usual: { party: true, own: true },
        },
      ],
      classes: [
        {
          id: 'anything',
          names: { en: 'Anything', ur: 'کچھ بھی' },
          tells: { en: 'Anything', ur: 'کچھ بھی' },
          needsRetailPrice: false,
          usual: true,
        },
      ],
      rows: [],
      withholding: [],
    },
    holidays: [
      holiday('fast', { type: 'hijri-month', month: 9 }),
      holiday('feast', { type: 'hijri', month: 10, day: 1, days: 3 }),
      holiday('founding', { type: 'fixed', month: 8, day: 14, days: 1 }),
    ],
    ...overrides,
  }
}

/** A holiday that has always been kept. */
export function holiday(id: string, when: Pack['holidays'][number]['when']): Pack['holidays'][number] {
  const names = { en: id, ur: id }
  return { id, names, kind: 'public', when, leadDays: 3, lagDays: 1, valid_from: '1900-01-01', valid_to: null, source }
}
