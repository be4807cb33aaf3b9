// SPDX-License-Identifier: Apache-2.0
import type { Names } from './types.ts'

/** A product that comes in sizes and colours. Prices are whole units of money at the start. */
export type Model = {
  readonly code: string
  readonly names: Names
  readonly price: number
  readonly sizes: readonly string[]
  readonly colours: readonly (keyof typeof colourNames)[]
}

export type CatalogueCategory = {
  readonly name: string
  readonly unit: 'piece' | 'pair' | 'set'
  /** Growth of demand a year: 0.1 is ten per cent up. */
  readonly yearly: number
  /** How strongly the cold, dry cricket months (October to March) lift it; negative for other sports. */
  readonly cricket: number
  /** Share of home demand, before the trend. */
  readonly share: number
  readonly packSize: number
  readonly leadTimeDays: number
  readonly models: readonly Model[]
}

export const colourNames = {
  white: { en: 'white', ur: 'سفید' },
  black: { en: 'black', ur: 'سیاہ' },
  green: { en: 'green', ur: 'سبز' },
  red: { en: 'red', ur: 'سرخ' },
  blue: { en: 'blue', ur: 'نیلا' },
  yellow: { en: 'yellow', ur: 'پیلا' },
  orange: { en: 'orange', ur: 'نارنجی' },
  plain: { en: '', ur: '' },
} as const satisfies Record<string, Names>

const ballSizes = ['3', '4', '5'] as const
const handSizes = ['S', 'M', 'L'] as const
const wearSizes = ['S', 'M', 'L', 'XL'] as const

/** What the invented maker sells: ten categories, 400 items once sizes and colours are spread out. */
export const catalogue: readonly CatalogueCategory[] = [
  {
    name: 'Footballs',
    unit: 'piece',
    yearly: 0.08,
    cricket: -0.1,
    share: 24,
    packSize: 25,
    leadTimeDays: 21,
    models: [
      model('FB1', 'Match football, hand-stitched', 'میچ فٹ بال، ہاتھ کی سلائی', 3200, ballSizes, [
        'white',
        'blue',
        'red',
        'yellow',
      ]),
      model('FB2', 'Training football', 'ٹریننگ فٹ بال', 1450, ballSizes, ['white', 'green', 'orange', 'yellow']),
      model('FB3', 'Street football, rubber', 'ربڑ کا فٹ بال', 780, ballSizes, ['black', 'red', 'green', 'blue']),
      model('FB4', 'Futsal ball, low bounce', 'فٹسال بال', 1900, ['3', '4'], ['white', 'orange', 'green']),
      model('FB5', 'Mini football', 'چھوٹا فٹ بال', 420, ['1', '2'], ['white', 'red', 'green', 'blue', 'yellow']),
      model('FB6', 'Beach football', 'بیچ فٹ بال', 1250, ['5'], ['yellow', 'blue', 'orange', 'green']),
      model('FB7', 'Indoor football, felt', 'انڈور فٹ بال', 1600, ['4', '5'], ['yellow', 'green', 'orange']),
      model(
        'FB8',
        'Five-a-side football',
        'فائیو اے سائیڈ فٹ بال',
        1700,
        ['4', '5'],
        ['white', 'blue', 'red', 'black'],
      ),
    ],
  },
  {
    name: 'Cricket bats',
    unit: 'piece',
    yearly: 0.1,
    cricket: 0.55,
    share: 18,
    packSize: 6,
    leadTimeDays: 30,
    models: [
      model('CB1', 'English willow bat', 'انگلش ولو بیٹ', 28500, ['SH', 'LH', '6'], ['plain']),
      model('CB2', 'Kashmir willow bat', 'کشمیری ولو بیٹ', 6400, ['SH', 'LH', '6', '5', '4'], ['plain']),
      model('CB3', 'Tape-ball bat', 'ٹیپ بال بیٹ', 2300, ['SH', 'LH'], ['plain', 'red', 'blue', 'green', 'black']),
      model('CB4', 'Coconut tape-ball bat', 'کوکونٹ بیٹ', 3100, ['SH', 'LH'], ['plain', 'yellow', 'orange']),
      model('CB5', "Children's bat", 'بچوں کا بیٹ', 950, ['2', '3', '4'], ['red', 'blue', 'green']),
      model('CB6', 'Fibre bat', 'فائبر بیٹ', 1700, ['SH', '6'], ['white', 'blue', 'red']),
      model('CB7', 'Practice bat, narrow', 'پریکٹس بیٹ', 2900, ['SH', 'LH'], ['plain']),
    ],
  },
  {
    name: 'Cricket balls',
    unit: 'piece',
    yearly: 0.06,
    cricket: 0.6,
    share: 14,
    packSize: 24,
    leadTimeDays: 18,
    models: [
      model('CL1', 'Leather ball, four-piece', 'چمڑے کی گیند', 1350, ['156 g', '142 g'], ['red', 'white']),
      model('CL2', 'Hard tennis ball', 'سخت ٹینس گیند', 220, ['standard'], ['green', 'yellow', 'red', 'white']),
      model('CL3', 'Tape ball, ready taped', 'ٹیپ بال', 260, ['standard'], ['white', 'red', 'blue']),
      model('CL4', 'Wind ball', 'ونڈ بال', 310, ['junior', 'senior'], ['orange', 'red']),
      model('CL5', 'Soft junior ball', 'بچوں کی نرم گیند', 190, ['standard'], ['red', 'blue', 'yellow']),
    ],
  },
  {
    name: 'Cricket protection',
    unit: 'pair',
    yearly: 0.07,
    cricket: 0.5,
    share: 8,
    packSize: 10,
    leadTimeDays: 25,
    models: [
      model('CP1', 'Batting gloves', 'بیٹنگ دستانے', 2600, handSizes, ['white', 'blue', 'green', 'red']),
      model('CP2', 'Batting pads', 'بیٹنگ پیڈ', 5200, handSizes, ['white', 'blue']),
      model('CP3', 'Wicket-keeping gloves', 'وکٹ کیپنگ دستانے', 3900, handSizes, ['white', 'green']),
      model('CP4', 'Thigh guard', 'ران گارڈ', 1300, handSizes, ['white']),
      model('CP5', 'Cricket helmet', 'کرکٹ ہیلمٹ', 4800, handSizes, ['green', 'blue', 'black', 'red']),
      model('CP6', 'Elbow guard', 'کہنی گارڈ', 980, handSizes, ['white', 'black']),
    ],
  },
  {
    name: 'Goalkeeper gloves',
    unit: 'pair',
    yearly: 0.12,
    cricket: -0.1,
    share: 7,
    packSize: 20,
    leadTimeDays: 20,
    models: [
      model(
        'GK1',
        'Goalkeeper gloves, latex',
        'گول کیپر دستانے',
        2450,
        ['7', '8', '9', '10'],
        ['black', 'green', 'orange'],
      ),
      model(
        'GK2',
        'Goalkeeper gloves, training',
        'گول کیپر ٹریننگ دستانے',
        1380,
        ['7', '8', '9', '10'],
        ['black', 'blue', 'yellow'],
      ),
      model(
        'GK3',
        "Children's goalkeeper gloves",
        'بچوں کے گول کیپر دستانے',
        890,
        ['4', '5', '6'],
        ['black', 'red', 'green'],
      ),
    ],
  },
  {
    name: 'Hockey',
    unit: 'piece',
    yearly: -0.14,
    cricket: 0,
    share: 6,
    packSize: 8,
    leadTimeDays: 28,
    models: [
      model('HK1', 'Hockey stick, composite', 'ہاکی اسٹک، کمپوزٹ', 7400, ['36.5', '37.5'], ['black', 'blue', 'red']),
      model('HK2', 'Hockey stick, mulberry', 'ہاکی اسٹک، شہتوت', 2700, ['34', '36', '37'], ['plain', 'green']),
      model('HK3', 'Hockey ball', 'ہاکی گیند', 380, ['standard'], ['white', 'orange', 'yellow']),
      model('HK4', 'Hockey shin pads', 'ہاکی شن پیڈ', 1650, handSizes, ['white', 'black']),
      model('HK5', 'Hockey gloves', 'ہاکی دستانے', 1250, handSizes, ['black', 'red']),
    ],
  },
  {
    name: 'Shin guards',
    unit: 'pair',
    yearly: 0.05,
    cricket: -0.05,
    share: 5,
    packSize: 30,
    leadTimeDays: 15,
    models: [
      model('SG1', 'Shin guards with sleeve', 'شن گارڈ', 720, ['XS', 'S', 'M', 'L'], ['black', 'white', 'blue']),
      model('SG2', 'Slip-in shin guards', 'سلپ اِن شن گارڈ', 540, ['S', 'M', 'L'], ['black', 'red', 'green']),
    ],
  },
  {
    name: 'Training aids',
    unit: 'set',
    yearly: 0.25,
    cricket: 0,
    share: 7,
    packSize: 12,
    leadTimeDays: 12,
    models: [
      model(
        'TA1',
        'Training cones, set of 12',
        'ٹریننگ کون، بارہ کا سیٹ',
        980,
        ['9 in', '12 in', '15 in'],
        ['orange', 'yellow', 'blue', 'green'],
      ),
      model(
        'TA2',
        'Flat markers, set of 20',
        'فلیٹ مارکر سیٹ',
        650,
        ['standard'],
        ['orange', 'yellow', 'blue', 'white', 'red'],
      ),
      model('TA3', 'Agility ladder', 'ایجیلٹی لیڈر', 1750, ['4 m', '6 m', '8 m'], ['yellow', 'black']),
      model(
        'TA4',
        'Training bibs, set of 10',
        'ٹریننگ بِب سیٹ',
        2900,
        ['junior', 'senior'],
        ['red', 'green', 'blue', 'yellow', 'orange'],
      ),
      model('TA5', 'Corner poles, set of 4', 'کارنر پول سیٹ', 2200, ['standard'], ['yellow', 'red']),
      model('TA6', 'Resistance bands', 'ربڑ بینڈ سیٹ', 850, ['light', 'medium', 'heavy'], ['red', 'green']),
      model('TA7', 'Hurdles, set of 6', 'ہرڈل سیٹ', 2600, ['6 in', '9 in', '12 in'], ['yellow', 'orange']),
    ],
  },
  {
    name: 'Sportswear',
    unit: 'piece',
    yearly: 0.09,
    cricket: 0.1,
    share: 8,
    packSize: 20,
    leadTimeDays: 24,
    models: [
      model('SW1', 'Team shirt', 'ٹیم شرٹ', 1350, wearSizes, ['green', 'white', 'blue', 'red', 'black']),
      model('SW2', 'Track trousers', 'ٹریک پاجامہ', 1800, wearSizes, ['black', 'blue', 'green']),
      model('SW3', 'Cricket whites', 'کرکٹ کی سفید کٹ', 2600, wearSizes, ['white']),
      model('SW4', 'Football socks', 'فٹ بال جرابیں', 380, handSizes, ['black', 'white', 'green', 'red', 'blue']),
      model('SW5', 'Training vest', 'ٹریننگ بنیان', 690, wearSizes, ['white', 'black']),
    ],
  },
  {
    name: 'Bags and fitness',
    unit: 'piece',
    yearly: 0.03,
    cricket: 0.1,
    share: 3,
    packSize: 10,
    leadTimeDays: 16,
    models: [
      model('BG1', 'Kit bag', 'کٹ بیگ', 2400, ['40 l', '60 l'], ['black', 'blue', 'green']),
      model('BG2', 'Ball net', 'بال نیٹ', 450, ['5 balls', '10 balls'], ['white', 'black']),
      model('BG3', 'Boxing gloves', 'باکسنگ دستانے', 3300, ['10 oz', '12 oz', '14 oz'], ['red', 'black', 'blue']),
      model('BG4', 'Skipping rope', 'رسی کودنے والی', 320, ['standard'], ['black', 'red', 'blue']),
      model('BG5', 'Gym gloves', 'جم کے دستانے', 780, handSizes, ['black', 'red', 'blue']),
      model('BG6', 'Weight-lifting belt', 'ویٹ لفٹنگ بیلٹ', 1900, wearSizes, ['black']),
      model('BG7', 'Water bottle', 'پانی کی بوتل', 350, ['750 ml'], ['black', 'green', 'blue', 'red']),
    ],
  },
]

function model(
  code: string,
  en: string,
  ur: string,
  price: number,
  sizes: readonly string[],
  colours: readonly (keyof typeof colourNames)[],
): Model {
  return { code, names: { en, ur }, price, sizes, colours }
}
