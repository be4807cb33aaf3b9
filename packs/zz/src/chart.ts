// SPDX-License-Identifier: Apache-2.0
import type { Pack } from '@resham/pack-kit'

/** Account codes in no order and with letters, so that nobody reads a meaning into them. */
export const chart: Pack['chart'] = {
  source: 'Invented for tests; no such country',
  accounts: [
    { code: 'Z07', kind: 'asset', role: 'cash', names: { en: 'Cash', ur: 'نقد' } },
    { code: 'Z14', kind: 'asset', role: 'bank', names: { en: 'Bank', ur: 'بینک' } },
    { code: 'Z21', kind: 'asset', role: 'wallet', names: { en: 'Mobile wallet', ur: 'موبائل والٹ' } },
    { code: 'Z28', kind: 'asset', role: 'receivables', names: { en: 'Customers owe us', ur: 'گاہکوں سے لینا' } },
    { code: 'Z35', kind: 'asset', role: 'inventory', names: { en: 'Stock of goods', ur: 'مال کا سٹاک' } },
    {
      code: 'Z42',
      kind: 'asset',
      role: 'landed-costs',
      names: { en: 'Freight and duty to be spread', ur: 'بانٹنے والا کرایہ اور ڈیوٹی' },
    },
    {
      code: 'Z49',
      kind: 'asset',
      role: 'tax-in',
      names: { en: 'Input tax to get back', ur: 'واپس ملنے والا ان پٹ ٹیکس' },
    },
    {
      code: 'Z56',
      kind: 'asset',
      role: 'withheld-by-customers',
      names: { en: 'Tax withheld by customers', ur: 'گاہکوں کا کاٹا ہوا ٹیکس' },
    },
    {
      code: 'Z63',
      kind: 'asset',
      role: 'advances-paid',
      names: { en: 'Advances to suppliers', ur: 'سپلائروں کو پیشگی' },
    },
    { code: 'Z77', kind: 'liability', role: 'payables', names: { en: 'We owe suppliers', ur: 'سپلائروں کو دینا' } },
    {
      code: 'Z84',
      kind: 'liability',
      role: 'goods-received-not-billed',
      names: { en: 'Goods here, bill to come', ur: 'مال آ گیا، بل آنا ہے' },
    },
    { code: 'Z91', kind: 'liability', role: 'tax-out', names: { en: 'Sales tax to pay', ur: 'واجب سیلز ٹیکس' } },
    {
      code: 'Z98',
      kind: 'liability',
      role: 'withheld-from-suppliers',
      names: { en: 'Tax withheld from suppliers', ur: 'سپلائروں سے کاٹا ہوا ٹیکس' },
    },
    {
      code: 'Z05',
      kind: 'liability',
      role: 'deposits-held',
      names: { en: 'Deposits of customers', ur: 'گاہکوں کا بیعانہ' },
    },
    { code: 'Z19', kind: 'equity', role: 'capital', names: { en: 'Owner’s capital', ur: 'مالک کا سرمایہ' } },
    { code: 'Z26', kind: 'equity', role: 'drawings', names: { en: 'Taken out by the owner', ur: 'مالک نے نکالا' } },
    { code: 'Z33', kind: 'equity', role: 'profit-kept', names: { en: 'Profit kept', ur: 'رکھا ہوا منافع' } },
    { code: 'Z40', kind: 'income', role: 'sales', names: { en: 'Sales', ur: 'فروخت' } },
    { code: 'Z47', kind: 'income', role: 'sales-returns', names: { en: 'Sales taken back', ur: 'واپس آئی فروخت' } },
    { code: 'Z54', kind: 'income', role: 'other-income', names: { en: 'Other income', ur: 'دوسری آمدنی' } },
    { code: 'Z61', kind: 'income', role: 'exchange-gain', names: { en: 'Exchange gain', ur: 'شرحِ تبادلہ سے نفع' } },
    { code: 'Z68', kind: 'expense', role: 'cost-of-sales', names: { en: 'Cost of goods sold', ur: 'بکے مال کی لاگت' } },
    {
      code: 'Z75',
      kind: 'expense',
      role: 'stock-difference',
      names: { en: 'Stock lost and found', ur: 'سٹاک کی کمی بیشی' },
    },
    {
      code: 'Z03',
      kind: 'expense',
      role: 'bank-fees',
      names: { en: 'Bank and wallet charges', ur: 'بینک اور والٹ کے خرچے' },
    },
    { code: 'Z10', kind: 'expense', role: 'exchange-loss', names: { en: 'Exchange loss', ur: 'شرحِ تبادلہ سے نقصان' } },
    { code: 'Z17', kind: 'expense', role: 'bad-debts', names: { en: 'Debts given up', ur: 'ڈوبا ہوا ادھار' } },
    { code: 'Z24', kind: 'expense', role: 'other-expenses', names: { en: 'Other expenses', ur: 'دوسرے خرچے' } },
    { code: 'Q1', kind: 'expense', role: null, names: { en: 'Fog insurance', ur: 'دھند کا بیمہ' } },
  ],
}
