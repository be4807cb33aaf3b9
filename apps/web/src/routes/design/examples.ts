// SPDX-License-Identifier: Apache-2.0
// Invented examples for the page of components; their words are not for readers, so not in the catalogues.

export const aShop = { slug: 'sample', name: 'Sialkot Star Sports', sample: true, books: { lastDay: '2026-11-24' } }

export const someRows = [
  { en: 'Training cones', ur: 'ٹریننگ کون', change: 0.41, spark: [3, 5, 4, 8, 9, 13, 17] },
  { en: 'Shin guards', ur: 'شن گارڈ', change: 0.22, spark: [6, 5, 7, 8, 8, 10, 11] },
  {
    en: 'Rugby ball, size 4, hand stitched',
    ur: 'رگبی بال، سائز 4، ہاتھ کی سلائی',
    change: -0.35,
    spark: [17, 14, 15, 10, 9, 6, 4],
  },
] as const

const past = [42, 45, 41, 48, 52, 50, 47, 58, 66, 74, 61, 49, 46, 50, 53, 51, 57, 60]
const middle = [63, 61, 68, 82]
const low = [55, 51, 55, 63]
const high = [72, 72, 82, 101]

/** Weekly sales with one holiday behind and one ahead. */
export function aChart(holiday: string) {
  const week = (index: number) => new Date(Date.UTC(2026, 6, 28 + index * 7)).toISOString().slice(0, 10)
  return {
    past: past.map((value, index) => ({ day: week(index), value: value * 4500, odd: index === 9 })),
    expected: middle.map((value, index) => ({
      day: week(past.length + index),
      value: value * 4500,
      low: (low[index] ?? 0) * 4500,
      high: (high[index] ?? 0) * 4500,
    })),
    holidays: [
      { name: holiday, from: week(8), to: week(9) },
      { name: holiday, from: week(20), to: week(21) },
    ],
  }
}

export const text = {
  en: {
    title: 'Components',
    month: 'Sales, last 30 days',
    up: '8% more than the 30 days before',
    down: '3% less than the same days last year',
    same: 'About the same as in June',
    chart: 'Weekly sales and what we expect',
    sentence: 'Sales rose to Rs 2.7 lakh last week; next week about Rs 2.8 lakh, likely 2.5 to 3.2.',
    eid: 'Eid',
    todo: 'Do today',
    stock: 'Stock',
    order: 'Order 240 footballs, size 5',
    orderWhy: 'They run out in 9 days; your supplier takes 21.',
    add: 'Add to purchase list',
    customer: 'Customer',
    ask: 'Ask Bright Sport what happened',
    askWhy: 'No order for 94 days. They used to order every 40.',
    odd: 'Unusual',
    oddText: 'Cricket bats sold 31 in one day on Sunday. A normal Sunday is 4 to 9. Most went to one buyer in Lahore.',
    kinds: 'Kind',
    chips: ['All', 'Rising', 'Falling', 'New'],
    search: 'Find an item',
    things: 'Items',
    note: '240 in stock',
    next: 'Next 4 weeks',
    plan: 'What to buy',
    columns: ['Item', 'How many', 'Cost', 'Days left'],
    import: 'Bring in sales',
    steps: ['Give a file', 'Check', 'Done'],
    reading: 'Reading december.csv',
    unsure: 'We need 5 more weeks of sales to say this.',
    done: '240 footballs are on the purchase list.',
    kept: 'Your books are unchanged.',
    budget: 'Budget this week',
    budgetHint: 'In rupees; commas are fine.',
  },
  ur: {
    title: 'اجزا',
    month: 'پچھلے 30 دن کی فروخت',
    up: 'اس سے پہلے کے 30 دنوں سے 8% زیادہ',
    down: 'پچھلے سال کے انہی دنوں سے 3% کم',
    same: 'جون جتنی ہی',
    chart: 'ہفتہ وار فروخت اور آگے کی توقع',
    sentence: 'پچھلے ہفتے فروخت 2.7 لاکھ روپے ہوئی؛ اگلے ہفتے تقریباً 2.8 لاکھ، ممکنہ حد 2.5 سے 3.2۔',
    eid: 'عید',
    todo: 'آج کے کام',
    stock: 'سٹاک',
    order: '240 فٹ بال (سائز 5) منگوائیں',
    orderWhy: '9 دن میں ختم ہو جائیں گے؛ سپلائر 21 دن لیتا ہے۔',
    add: 'خریداری فہرست میں ڈالیں',
    customer: 'گاہک',
    ask: 'برائٹ سپورٹ سے پوچھیں کیا ہوا',
    askWhy: '94 دن سے کوئی آرڈر نہیں۔ پہلے ہر 40 دن میں آتا تھا۔',
    odd: 'غیر معمولی',
    oddText: 'اتوار کو ایک دن میں 31 کرکٹ بیٹ بکے۔ عام اتوار کو 4 سے 9 بکتے ہیں۔ زیادہ تر لاہور کے ایک خریدار نے لیے۔',
    kinds: 'قسم',
    chips: ['سب', 'بڑھ رہے', 'گھٹ رہے', 'نئے'],
    search: 'چیز تلاش کریں',
    things: 'اشیا',
    note: 'سٹاک میں 240',
    next: 'اگلے 4 ہفتے',
    plan: 'کیا خریدیں',
    columns: ['چیز', 'کتنے', 'لاگت', 'دن باقی'],
    import: 'فروخت لائیں',
    steps: ['فائل دیں', 'دیکھ لیں', 'ہو گیا'],
    reading: 'december.csv پڑھی جا رہی ہے',
    unsure: 'یہ بتانے کے لیے 5 ہفتے کی اور فروخت چاہیے۔',
    done: '240 فٹ بال خریداری فہرست میں ہیں۔',
    kept: 'آپ کا کھاتہ ویسا ہی ہے۔',
    budget: 'اس ہفتے کا بجٹ',
    budgetHint: 'روپے میں؛ کومے بھی چلیں گے۔',
  },
} as const
