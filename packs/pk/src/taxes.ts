// SPDX-License-Identifier: Apache-2.0
// Data: sales tax by class of goods and day, what is kept back at payment, how parties are registered.
import type { Pack } from '@resham/pack-kit'
import { classes } from './tax-classes.ts'
import { withholding } from './withholding.ts'

type Row = Pack['tax']['rows'][number]

const numberPattern = '\\d{7}|\\d{13}'
const act = 'Sales Tax Act 1990'
/** As PRAL's specification for digital invoicing v1.12 of 24 July 2025 lists the rate; the notification itself not read. */
const listed =
  'Rate texts of the 28 sandbox scenarios, PRAL DI API v1.12 (24 July 2025); the notification to be looked up'

const atHome = ['registered', 'agent', 'unregistered', 'consumer']

/** A sales tax of registered sellers, from every buyer in the country, to the paisa. */
function salesTax(rest: Pick<Row, 'classes' | 'amount' | 'valid_from' | 'source'> & Partial<Row>): Row {
  return {
    code: 'sales-tax',
    names: { en: 'Sales tax', ur: 'سیلز ٹیکس' },
    kind: 'value-added',
    base: 'net',
    on: [],
    included: false,
    sellers: ['registered', 'agent'],
    buyers: atHome,
    rounding: { to: '1', way: 'near' },
    check: true,
    valid_to: null,
    ...rest,
  }
}

const share = (rate: string): Row['amount'] => ({ type: 'rate', rate })
const eachUnit = (minor: string): Row['amount'] => ({ type: 'per-quantity', minor, stepMilli: '1000', started: false })
const since = '2025-07-01'

const rows: readonly Row[] = [
  salesTax({
    classes: ['standard'],
    amount: share('17/100'),
    valid_from: '2013-07-01',
    valid_to: '2023-02-13',
    source: `${act}, section 3: 17 % by Finance Act 2013; first day to be checked`,
  }),
  salesTax({
    classes: ['standard'],
    amount: share('18/100'),
    valid_from: '2023-02-14',
    check: false,
    source: `${act}, section 3: 18 % by SRO 179(I)/2023 of 14 February 2023, then Finance (Supplementary) Act 2023`,
  }),
  salesTax({
    classes: ['third-schedule'],
    amount: share('17/100'),
    base: 'retail-price',
    valid_from: '2013-07-01',
    valid_to: '2023-02-13',
    source: `${act}, section 3(2)(a) and Third Schedule; first day to be checked`,
  }),
  salesTax({
    classes: ['third-schedule'],
    amount: share('18/100'),
    base: 'retail-price',
    valid_from: '2023-02-14',
    check: false,
    source: `${act}, section 3(2)(a) and Third Schedule: on the retail price; 18 % by SRO 179(I)/2023`,
  }),
  salesTax({
    classes: ['zero-rated'],
    amount: share('0/100'),
    valid_from: '2009-01-01',
    check: false,
    source: `${act}, section 4 and Fifth Schedule: nought, exports among them`,
  }),
  salesTax({
    classes: classes.map(({ id }) => id).filter((id) => id !== 'exempt'),
    amount: share('0/100'),
    base: 'net',
    buyers: ['abroad'],
    valid_from: '2009-01-01',
    check: false,
    source: `${act}, section 4: goods that leave the country, whatever their class`,
  }),
  salesTax({ classes: ['reduced-1'], amount: share('1/100'), valid_from: since, source: listed }),
  salesTax({ classes: ['reduced-5'], amount: share('5/100'), valid_from: since, source: listed }),
  salesTax({ classes: ['telecom'], amount: share('17/100'), valid_from: since, source: listed }),
  salesTax({ classes: ['petroleum'], amount: share('143/10000'), valid_from: since, source: listed }),
  salesTax({ classes: ['luxury'], amount: share('25/100'), valid_from: since, source: `${listed}; SRO 297(I)/2023` }),
  salesTax({ classes: ['potassium-chlorate'], amount: share('18/100'), valid_from: since, source: listed }),
  salesTax({
    code: 'sales-tax-by-weight',
    names: { en: 'Sales tax by weight', ur: 'وزن پر سیلز ٹیکس' },
    classes: ['potassium-chlorate'],
    amount: eachUnit('6000'),
    base: 'none',
    valid_from: since,
    source: listed,
  }),
  salesTax({ classes: ['cement'], amount: eachUnit('300'), base: 'none', valid_from: since, source: listed }),
  salesTax({ classes: ['cng'], amount: eachUnit('20000'), base: 'none', valid_from: since, source: listed }),
  salesTax({
    code: 'excise-in-sales-tax-mode',
    names: { en: 'Excise in sales tax mode', ur: 'سیلز ٹیکس کی طرح ایکسائز' },
    classes: ['excise-mode'],
    amount: share('8/100'),
    valid_from: since,
    source: `${listed}; Federal Excise Act 2005`,
  }),
  ...[
    {
      rate: '3/100',
      valid_from: '2017-07-01',
      valid_to: '2023-06-30',
      source: `${act}, section 3(1A), before Finance Act 2023; first day to be checked`,
    },
    {
      rate: '4/100',
      valid_from: '2023-07-01',
      valid_to: null,
      source: `${act}, section 3(1A): 4 % by Finance Act 2023; who is let off (SRO 648(I)/2013) to be checked`,
    },
  ].map(({ rate, ...dates }) =>
    salesTax({
      ...dates,
      code: 'further-tax',
      names: { en: 'Further tax', ur: 'مزید ٹیکس' },
      kind: 'further',
      classes: ['standard'],
      amount: share(rate),
      buyers: ['unregistered'],
    }),
  ),
]

export const tax: Pack['tax'] = {
  registrations: [
    {
      id: 'registered',
      names: { en: 'Registered for sales tax', ur: 'سیلز ٹیکس میں رجسٹرڈ' },
      tells: { en: 'On the active list of the tax office', ur: 'ٹیکس دفتر کی فعال فہرست میں ہے' },
      numberPattern,
      usual: { party: false, own: false },
    },
    {
      id: 'agent',
      names: { en: 'Registered, and keeps tax back', ur: 'رجسٹرڈ، اور ٹیکس روکتا ہے' },
      tells: {
        en: 'A company or office that keeps tax back when it pays',
        ur: 'کمپنی یا دفتر جو ادائیگی پر ٹیکس روکتا ہے',
      },
      numberPattern,
      usual: { party: false, own: false },
    },
    {
      id: 'unregistered',
      names: { en: 'Business, not registered', ur: 'کاروبار، رجسٹرڈ نہیں' },
      tells: { en: 'A shop or firm without a sales tax number', ur: 'دکان یا کاروبار جس کا سیلز ٹیکس نمبر نہیں' },
      numberPattern,
      usual: { party: false, own: true },
    },
    {
      id: 'consumer',
      names: { en: 'Consumer', ur: 'عام گاہک' },
      tells: { en: 'Buys for the house, not to sell', ur: 'گھر کے لیے خریدتا ہے، بیچنے کے لیے نہیں' },
      numberPattern: null,
      usual: { party: true, own: false },
    },
    {
      id: 'abroad',
      names: { en: 'Buyer abroad', ur: 'بیرون ملک خریدار' },
      tells: { en: 'The goods leave the country', ur: 'مال ملک سے باہر جاتا ہے' },
      numberPattern: null,
      usual: { party: false, own: false },
    },
  ],
  classes: [...classes],
  rows: [...rows],
  withholding: [...withholding],
}
