// SPDX-License-Identifier: Apache-2.0
import type { FiscalFact } from '@resham/pack-kit'
import { saleTypes } from './sale-types.ts'

const same = (text: string) => ({ id: text, names: { en: text, ur: text } })

/** What must be known of an item. Of seller and buyer the office wants nothing that the books do not have anyway. */
export const facts: readonly FiscalFact[] = [
  {
    of: 'item',
    id: 'hs-code',
    names: { en: 'Customs code (HS)', ur: 'کسٹم کوڈ (HS)' },
    tells: { en: 'Eight digits, as 9506.6210', ur: 'آٹھ ہندسے، جیسے 9506.6210' },
    pattern: '\\d{4}\\.\\d{4}',
    required: true,
    choices: null,
    reference: 'hs-codes',
  },
  {
    of: 'item',
    id: 'uom',
    names: { en: 'Unit at the tax office', ur: 'ٹیکس دفتر کی اکائی' },
    tells: { en: 'The unit that the office counts this code in', ur: 'جس اکائی میں دفتر یہ کوڈ گنتا ہے' },
    pattern: '.{1,60}',
    required: true,
    choices: ['Numbers, pieces, units', 'KG', 'MT', 'Pair', 'Dozen', 'SET', 'Liter', 'Meter', 'KWH'].map(same),
    reference: 'uom',
  },
  {
    of: 'item',
    id: 'sale-type',
    names: { en: 'Kind of sale', ur: 'فروخت کی قسم' },
    tells: { en: 'Leave it empty for the usual one of the tax class', ur: 'خالی چھوڑیں تو ٹیکس کی قسم والی عام فروخت' },
    pattern: '.{1,60}',
    required: false,
    choices: saleTypes.map(({ text }) => same(text)),
    reference: 'sale-types',
  },
  {
    of: 'item',
    id: 'rate',
    names: { en: 'Rate as the office writes it', ur: 'شرح جیسے دفتر لکھتا ہے' },
    tells: { en: 'Leave it empty for the rate of the tax class', ur: 'خالی چھوڑیں تو ٹیکس کی قسم والی شرح' },
    pattern: '.{1,60}',
    required: false,
    choices: null,
    reference: 'rates',
  },
  {
    of: 'item',
    id: 'sro-schedule',
    names: { en: 'Schedule or SRO', ur: 'شیڈول یا ایس آر او' },
    tells: { en: 'For reduced, exempt and zero-rated goods', ur: 'کم شرح، معاف یا صفر شرح کے مال کے لیے' },
    pattern: '.{1,60}',
    required: false,
    choices: null,
    reference: 'sro-schedules',
  },
  {
    of: 'item',
    id: 'sro-item',
    names: { en: 'Serial number in it', ur: 'اس میں سیریل نمبر' },
    tells: { en: 'The line of the schedule', ur: 'شیڈول کی سطر' },
    pattern: '.{1,40}',
    required: false,
    choices: null,
    reference: 'sro-items',
  },
  {
    of: 'item',
    id: 'levy-on',
    names: { en: 'Petroleum levy on', ur: 'پیٹرولیم لیوی کی بنیاد' },
    tells: { en: 'For petroleum only, in rupees', ur: 'صرف پیٹرولیم کے لیے، روپوں میں' },
    pattern: '\\d{1,9}(\\.\\d{1,2})?',
    required: false,
    choices: null,
    reference: null,
  },
]
