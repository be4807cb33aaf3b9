// SPDX-License-Identifier: Apache-2.0
import type { Label, PaperDocument } from './document.ts'

/** A paper as tests and benchmarks want one: an invoice of three lines in Urdu with English beside it. */
export function aPaper(over: Partial<PaperDocument> = {}): PaperDocument {
  const isEnglish = over.language === 'en'
  const label = (en: string, ur: string): Label => (isEnglish ? { main: en, other: null } : { main: ur, other: en })
  return {
    language: 'ur',
    direction: 'rtl',
    shop: { name: 'Star Sports Sialkot', lines: ['کشمیر روڈ، سیالکوٹ'] },
    title: label('Invoice', 'بل'),
    number: 'INV-2026-27-0042',
    facts: [
      { label: label('Number', 'نمبر'), value: 'INV-2026-27-0042' },
      { label: label('Day', 'تاریخ'), value: isEnglish ? '25 November 2026' : '25 نومبر 2026' },
      { label: label('Due', 'واجب الادا'), value: isEnglish ? '25 December 2026' : '25 دسمبر 2026' },
    ],
    to: { label: label('To', 'بنام'), lines: ['Bilal Traders', 'مال روڈ', 'Lahore', '\u200e+92 300 1234567\u200e'] },
    columns: [
      label('What', 'تفصیل'),
      label('Quantity', 'تعداد'),
      label('Price each', 'فی عدد'),
      label('Amount', 'رقم'),
    ],
    rows: [
      ['فٹ بال سائز 5', '120', isEnglish ? 'Rs 1,250' : '1,250 روپے', isEnglish ? 'Rs 1,50,000' : '1,50,000 روپے'],
      ['Hand pump, steel', '24', isEnglish ? 'Rs 450' : '450 روپے', isEnglish ? 'Rs 10,800' : '10,800 روپے'],
      ['Repair of seams', '1', isEnglish ? 'Rs 2,000' : '2,000 روپے', isEnglish ? 'Rs 2,000' : '2,000 روپے'],
    ],
    sums: [
      { label: label('Net', 'خالص رقم'), value: isEnglish ? 'Rs 1,62,800' : '1,62,800 روپے', strong: false },
      { label: label('Tax', 'ٹیکس'), value: isEnglish ? 'Rs 29,304' : '29,304 روپے', strong: false },
      { label: label('Total', 'کل'), value: isEnglish ? 'Rs 1,92,104' : '1,92,104 روپے', strong: true },
    ],
    notes: [isEnglish ? 'Goods once sold come back within 7 days.' : 'فروخت شدہ مال 7 دن میں واپس ہو سکتا ہے۔'],
    sign: null,
    mark: {
      number: '7000007DI1747119701593',
      words: isEnglish ? 'Registered with the tax office' : 'ٹیکس دفتر میں درج',
      matrix: Array.from({ length: 25 }, (_, y) => Array.from({ length: 25 }, (_, x) => (x * 7 + y * 5) % 3 === 0)),
      sizeInches: 1,
    },
    ...over,
  }
}
