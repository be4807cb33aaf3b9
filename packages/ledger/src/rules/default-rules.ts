// SPDX-License-Identifier: Apache-2.0
import type { LineRule } from './rule.ts'

function rule(id: string, kind: LineRule['kind'], when: LineRule['when']): LineRule {
  return { id, enabled: true, kind, when }
}

/**
 * The rules that every business starts from. They name what shops and their programs write
 * everywhere, in English, Urdu and Roman Urdu; a business adds its own in front.
 */
export const defaultRules: readonly LineRule[] = [
  rule('order-not-completed', 'ignored', {
    status: [
      'cancel*', 'canceled*', 'void*', 'failed*', 'fail', 'pending*', 'unpaid*', 'on hold', 'holded', 'draft*', 'rejected*',
      'declined*', 'expired*', 'processing_failed', 'payment_review', 'fraud*', 'mansookh*', 'منسوخ*', 'ناکام*', 'زیر التواء*',
    ],
  }),
  rule('order-refunded', 'ignored', {
    status: ['*refund*', 'returned*', 'rto', 'chargeback*', 'wapas*', 'واپس*'],
    quantity: 'positive',
  }),
  rule('test-item', 'ignored', { item: ['test', 'test#*', 'test_*', 'test-*', 'this is a test product*', 'test product*'] }),
  rule('bad-debt', 'adjustment', { item: ['*bad debt*', 'write off', 'write-off', 'doobi raqam', 'ڈوبا ہوا قرض*'] }),
  rule('book-adjustment', 'adjustment', {
    item: ['adjust', 'adjust#*', 'adjustment', 'adjustment by *', 'stock adjustment*', 'opening balance*', 'round off', 'rounding*', 'ایڈجسٹمنٹ*'],
  }),
  rule('delivery-charge', 'charge', {
    item: [
      'post', 'postage*', '* postage', 'carriage', 'carriage charge*', 'shipping', 'shipping charge*', 'shipping cost*', 'shipping fee*',
      'shipping & handling', 'shipping and handling', 'freight', 'freight charge*', 'delivery', 'delivery charge*', 'delivery fee*',
      'courier', 'courier charge*', 'cartage', 'handling', 'handling charge*', 'kiraya', 'کرایہ', 'ڈاک خرچ', 'ڈیلیوری', 'ڈیلیوری چارجز',
    ],
  }),
  rule('fee-or-commission', 'charge', {
    item: [
      '* fee', '* fees', 'fee', 'amazonfee', 'bank charges*', 'service charge*', '* commission', 'commission*', 'surcharge*', 'interest',
      'tip', 'tips', 'fees', 'labour', 'labour charges*', 'tax', 'gst', 'vat', 'sales tax*', 'بینک چارجز*', 'فیس*', 'کمیشن*',
    ],
  }),
  rule('discount-line', 'charge', { item: ['discount', 'discount #*', '* discount', 'coupon*', 'promo code*', 'rebate*', 'riayat*', 'رعایت*', 'ڈسکاؤنٹ*'] }),
  rule('manual-entry', 'charge', { item: ['manual', 'manual entry*', 'misc', 'miscellaneous', 'sundry', 'sundries', 'متفرق*'] }),
  rule('samples', 'charge', { item: ['samples', 'sample', 'free sample*', 'نمونہ*'] }),
  rule('voucher', 'charge', { item: ['*gift voucher*', '*gift card*', 'gift_#*', 'gift', 'store credit*', 'top up', 'گفٹ واؤچر*'] }),
  rule('stock-written-off', 'adjustment', { quantity: 'negative', net: 'zero' }),
  rule('stock-note', 'adjustment', {
    net: 'zero',
    itemName: [
      '*damage*', '*lost*', '*missing*', '*broken*', '*smashed*', '*crushed*', '*thrown away*', '*write off*', '*written off*', '*stock*check*',
      '*found*', 'check*', 'given away*', '*faulty*', '*wet*rusty*', '*mouldy*', '*kharab*', '*خراب*', '*گم*', '?', '??*',
    ],
  }),
  rule('no-price-no-customer', 'adjustment', { net: 'zero', customer: 'absent' }),
  rule('cancelled-document', 'cancellation', { document: ['c#*', 'cn#*', 'cn-*', 'cr-#*', 'credit*'], quantity: 'negative' }),
  rule('negative-price', 'adjustment', { net: 'negative', quantity: 'positive' }),
  rule('return-document', 'return', { status: ['return', 'sale return', 'sales return', 'credit note', 'refund note', 'wapsi', 'واپسی'] }),
  rule('goods-returned', 'return', { quantity: 'negative' }),
  rule('amount-returned', 'return', { net: 'negative' }),
]
