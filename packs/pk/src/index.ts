// SPDX-License-Identifier: Apache-2.0
import type { Pack } from '@resham/pack-kit'
import { abroad } from './abroad.ts'
import { categories } from './categories.ts'
import { chart } from './chart.ts'
import { announcedMonths } from './hijri-months.ts'
import { holidays } from './holidays.ts'
import { regions } from './regions.ts'
import { tax } from './taxes.ts'
import { tradeWords } from './trade-words.ts'

export { fbr as fiscal } from './fbr/index.ts'

/** Pakistan. Sources stand on the rows and in SOURCE.md. */
export const pack: Pack = {
  id: 'pk',
  checkedOn: '2026-11-24',
  invented: false,
  country: 'PK',
  names: { en: 'Pakistan', ur: 'پاکستان' },
  languages: [
    { code: 'ur', direction: 'rtl', names: { en: 'Urdu', ur: 'اردو' } },
    { code: 'en', direction: 'ltr', names: { en: 'English', ur: 'انگریزی' } },
  ],
  defaultLanguage: 'ur',
  timeZone: 'Asia/Karachi',
  currency: 'PKR',
  currencySign: { en: 'Rs', ur: 'روپے' },
  numbers: {
    decimalMark: '.',
    groupMark: ',',
    groups: [3, 2],
    scales: [
      { power: 3, names: { en: 'thousand', ur: 'ہزار' }, short: { en: 'k', ur: 'ہزار' } },
      { power: 5, names: { en: 'lakh', ur: 'لاکھ' }, short: { en: 'lakh', ur: 'لاکھ' } },
      { power: 7, names: { en: 'crore', ur: 'کروڑ' }, short: { en: 'crore', ur: 'کروڑ' } },
      { power: 9, names: { en: 'arab', ur: 'ارب' }, short: { en: 'arab', ur: 'ارب' } },
    ],
  },
  dateOrder: 'dmy',
  weeks: [
    {
      start: 1,
      weekend: [0],
      valid_from: '2009-01-01',
      valid_to: '2011-10-14',
      source: 'Interior Ministry, November 2010: weekends back to Sundays only (Q++Studio, 25 November 2010)',
    },
    {
      start: 1,
      weekend: [6, 0],
      valid_from: '2011-10-15',
      valid_to: '2022-04-11',
      source: 'Interior Ministry, two weekly holidays from 15 October 2011 (Pakistan Today, 13 October 2011)',
    },
    {
      start: 1,
      weekend: [0],
      valid_from: '2022-04-12',
      valid_to: '2022-05-23',
      source: 'Six-day week of federal offices announced on 12 April 2022 (Express Tribune 2355423)',
    },
    {
      start: 1,
      weekend: [6, 0],
      valid_from: '2022-05-24',
      valid_to: null,
      source: 'Saturday off restored, cabinet of 24 May 2022 (Pakistan Today, 23 May 2022)',
    },
  ],
  fiscalYears: [
    {
      startMonth: 7,
      startDay: 1,
      valid_from: '2002-07-01',
      valid_to: null,
      source: 'Income Tax Ordinance 2001, section 74: tax year ends on 30 June',
    },
  ],
  phone: {
    countryCode: '92',
    trunkPrefix: '0',
    internationalPrefix: '00',
    kinds: [
      { kind: 'mobile', national: '3\\d{9}', groups: [3, 7], example: '0300 1234567' },
      // Karachi, Lahore and Islamabad with Rawalpindi: two digits, then eight.
      { kind: 'landline', national: '(?:21|42|51)\\d{8}', groups: [2, 8], example: '042 35761234' },
      // Other large cities: two digits, then seven, in places eight.
      {
        kind: 'landline',
        national: '(?:22|25|4[0146-9]|5[1-35-7]|6[1-8]|7[14]|8[16]|91)\\d{7,8}',
        groups: [2, 8],
        example: '052 4261234',
      },
      // Smaller towns: three digits, then six, in places seven.
      {
        kind: 'landline',
        national: '(?:2[349]|45|54|58|60|72|8[2-5]|9[2-469])\\d{7,8}',
        groups: [3, 7],
        example: '0992 123456',
      },
      { kind: 'free', national: '800\\d{5}(?:\\d{3})?', groups: [3, 8], example: '0800 12345' },
    ],
    source: 'Shape of the numbering plan as libphonenumber (Apache-2.0) records it for +92; not its allocated ranges',
  },
  nationalId: {
    names: { en: 'Computerised National Identity Card number', ur: 'کمپیوٹرائزڈ قومی شناختی کارڈ نمبر' },
    short: { en: 'CNIC', ur: 'شناختی کارڈ' },
    groups: [5, 7, 1],
    separator: '-',
    // The first digit is the province of registration, 1 to 8; the last is odd for men, even for women.
    pattern: '[1-8]\\d{12}',
    check: 'none',
    example: '35202-1234567-1',
    source: 'National Database and Registration Authority: 13 digits as 5-7-1; no check digit is published',
  },
  regions,
  categories,
  hijri: {
    offsetDays: 1,
    offsetSource: 'Fits most of the announced months listed here; the test of this pack counts them',
    months: [...announcedMonths],
  },
  holidays: [...holidays],
  tradeWords,
  abroad,
  tax,
  chart,
}
