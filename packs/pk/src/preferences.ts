// SPDX-License-Identifier: Apache-2.0
// Data: what goods from here pay less duty where, with dates; `check` marks what is to be looked up before relying on it.
import type { Pack } from '@resham/pack-kit'

const european = [
  ...['AUT', 'BEL', 'BGR', 'CYP', 'CZE', 'DEU', 'DNK', 'ESP', 'EST', 'FIN', 'FRA', 'GRC', 'HRV', 'HUN', 'IRL'],
  ...['ITA', 'LTU', 'LUX', 'LVA', 'MLT', 'NLD', 'POL', 'PRT', 'ROU', 'SVK', 'SVN', 'SWE'],
]

export const preferences: Pack['abroad']['preferences'] = [
  {
    id: 'eu-gsp-plus',
    names: { en: 'EU GSP+', ur: 'یورپی یونین جی ایس پی پلس' },
    countries: european,
    cover: 'most',
    proof: {
      en: 'Statement on origin; REX number above 6,000 euro a consignment',
      ur: 'مال کے اصل ملک کا بیان؛ ایک کھیپ 6,000 یورو سے زیادہ ہو تو REX نمبر',
    },
    check: false,
    valid_from: '2014-01-01',
    valid_to: '2027-12-31',
    source:
      'Regulation (EU) No 978/2012, GSP+ since 1 January 2014, prolonged to 31 December 2027; PITC/TDAP page on REX',
  },
  {
    id: 'uk-dcts',
    names: { en: 'UK DCTS, Enhanced Preferences', ur: 'برطانیہ ڈی سی ٹی ایس، بہتر رعایت' },
    countries: ['GBR'],
    cover: 'most',
    proof: { en: 'Origin declaration on the invoice', ur: 'بل پر مال کے اصل ملک کا بیان' },
    check: false,
    valid_from: '2023-06-19',
    valid_to: null,
    source:
      'UK Developing Countries Trading Scheme, in force 19 June 2023, Enhanced Preferences; about 94 % of lines without duty',
  },
  {
    id: 'us-gsp',
    names: { en: 'US GSP', ur: 'امریکہ جی ایس پی' },
    countries: ['USA'],
    cover: 'some',
    proof: { en: 'Claimed in the entry', ur: 'درآمدی اندراج میں مانگی جاتی ہے' },
    check: true,
    valid_from: '2015-07-29',
    valid_to: '2020-12-31',
    source:
      'US Generalized System of Preferences, lapsed on 31 December 2020 and not renewed since; begin to be checked',
  },
  {
    id: 'us-none',
    names: { en: 'No preference in the United States', ur: 'امریکہ میں کوئی رعایت نہیں' },
    countries: ['USA'],
    cover: 'none',
    proof: {
      en: 'Each parcel needs its full tariff code, origin and value',
      ur: 'ہر پارسل پر پورا ٹیرف کوڈ، اصل ملک اور مالیت لکھنی ہوتی ہے',
    },
    check: true,
    valid_from: '2021-01-01',
    valid_to: null,
    source:
      'US GSP lapsed on 31 December 2020; low-value exemption suspended since 29 August 2025; what is charged on top to be checked',
  },
  {
    id: 'china-fta',
    names: { en: 'China–Pakistan free trade, second phase', ur: 'چین پاکستان آزاد تجارت، دوسرا مرحلہ' },
    countries: ['CHN'],
    cover: 'some',
    proof: { en: 'Certificate of origin', ur: 'سرٹیفکیٹ آف اوریجن' },
    check: true,
    valid_from: '2020-01-01',
    valid_to: null,
    source:
      'China–Pakistan Free Trade Agreement, second phase from 1 January 2020; the line of the goods to be checked',
  },
  {
    id: 'sri-lanka-fta',
    names: { en: 'Pakistan–Sri Lanka free trade', ur: 'پاکستان سری لنکا آزاد تجارت' },
    countries: ['LKA'],
    cover: 'some',
    proof: { en: 'Certificate of origin', ur: 'سرٹیفکیٹ آف اوریجن' },
    check: true,
    valid_from: '2005-06-12',
    valid_to: null,
    source: 'Pakistan–Sri Lanka Free Trade Agreement, in force 12 June 2005; the line of the goods to be checked',
  },
  {
    id: 'malaysia-fta',
    names: { en: 'Malaysia–Pakistan closer partnership', ur: 'ملائیشیا پاکستان قریبی شراکت' },
    countries: ['MYS'],
    cover: 'some',
    proof: { en: 'Certificate of origin', ur: 'سرٹیفکیٹ آف اوریجن' },
    check: true,
    valid_from: '2008-01-01',
    valid_to: null,
    source:
      'Malaysia–Pakistan Closer Economic Partnership Agreement, in force 1 January 2008; the line of the goods to be checked',
  },
]
