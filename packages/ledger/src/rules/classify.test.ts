// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createClassifier, type RuleSubject } from './classify.ts'
import { defaultRules } from './default-rules.ts'
import { compilePattern } from './pattern.ts'
import type { LineRule } from './rule.ts'

const judge = createClassifier(defaultRules)

function aSubject(changes: Partial<RuleSubject> = {}): RuleSubject {
  return {
    document: '536365',
    itemCode: '85123A',
    itemName: 'WHITE HANGING HEART T-LIGHT HOLDER',
    status: null,
    customer: '17850',
    quantityMilli: 6000,
    netMinor: 1530,
    hasMoney: true,
    ...changes,
  }
}

const kindOf = (changes: Partial<RuleSubject>) => judge(aSubject(changes)).kind

describe('rules', () => {
  test('goods sold, returned and cancelled are told apart', () => {
    expect(kindOf({})).toBe('sale')
    expect(kindOf({ quantityMilli: -1000, netMinor: -255 })).toBe('return')
    expect(kindOf({ document: 'C536379', quantityMilli: -1000, netMinor: -255 })).toBe('cancellation')
    expect(kindOf({ document: 'CASH-12' })).toBe('sale')
    expect(kindOf({ status: 'Sales Return' })).toBe('return')
  })

  test('orders that came to nothing are ignored, in the words of many programs', () => {
    for (const status of [
      'canceled',
      'Cancelled',
      'order_refunded',
      'refund',
      'منسوخ',
      'pending_payment',
      'Returned',
    ]) {
      expect([status, kindOf({ status })]).toEqual([status, 'ignored'])
    }
    for (const status of ['complete', 'received', 'paid', 'shipped', '']) expect(kindOf({ status })).toBe('sale')
  })

  test('what is not goods is a charge or an adjustment', () => {
    const charges = [
      'POSTAGE',
      'DOTCOM POSTAGE',
      'Manual',
      'Discount',
      'CARRIAGE',
      'AMAZON FEE',
      'Bank Charges',
      'SAMPLES',
    ]
    for (const itemName of [...charges, 'CRUK Commission', 'Dotcomgiftshop Gift Voucher £20.00', 'کرایہ']) {
      expect([itemName, kindOf({ itemName })]).toEqual([itemName, 'charge'])
    }
    expect(kindOf({ document: 'A506401', itemCode: 'B', itemName: 'Adjust bad debt', netMinor: -5_359_436 })).toBe(
      'adjustment',
    )
    expect(kindOf({ itemCode: 'ADJUST', itemName: 'Adjustment by john on 26/01/2010 16' })).toBe('adjustment')
    expect(kindOf({ itemCode: 'TEST001', itemName: 'This is a test product.' })).toBe('ignored')
  })

  test('stock that left without a sale is an adjustment', () => {
    expect(kindOf({ itemName: 'damages', quantityMilli: -5000, netMinor: 0, customer: null })).toBe('adjustment')
    expect(kindOf({ itemName: 'found', netMinor: 0 })).toBe('adjustment')
    expect(kindOf({ netMinor: 0, customer: null })).toBe('adjustment')
  })

  test('a gift to a customer is a sale of no value, and a file without money is no write-off', () => {
    expect(kindOf({ netMinor: 0 })).toBe('sale')
    expect(kindOf({ netMinor: 0, customer: null, hasMoney: false })).toBe('sale')
  })

  test('goods whose names resemble a charge stay goods', () => {
    for (const itemName of [
      'CARRIAGE CLOCK',
      'Coffee 250 g',
      'Delivery van toy',
      'Postcard',
      'Lost world DVD',
      'Test tube rack',
    ]) {
      expect([itemName, kindOf({ itemName })]).toEqual([itemName, 'sale'])
    }
  })

  test('the first rule that fits decides, and a rule switched off does not', () => {
    const rules: LineRule[] = Array.from({ length: 70 }, (_, i) => ({
      id: `r${i}`,
      enabled: i !== 40,
      kind: 'charge',
      when: i < 40 ? { itemCode: [`x${i}`] } : { itemCode: ['85123*'] },
    }))
    expect(createClassifier(rules)(aSubject()).ruleId).toBe('r41')
    expect(createClassifier(rules)(aSubject({ itemCode: 'x33' })).ruleId).toBe('r33')
    expect(createClassifier([])(aSubject()).ruleId).toBe('sale')
  })

  test('the verdict is that of the slow way, rule by rule', () => {
    const anySubject = fc.record({
      document: fc.constantFrom('1', 'C1', 'A1', ''),
      itemCode: fc.constantFrom('a', 'b', 'post'),
      itemName: fc.constantFrom('', 'damaged', 'manual', 'soap', '?'),
      status: fc.constantFrom(null, 'complete', 'canceled', 'refund', 'return'),
      customer: fc.constantFrom(null, '7'),
      quantityMilli: fc.constantFrom(-1000, 0, 1000),
      netMinor: fc.constantFrom(-5, 0, 5),
      hasMoney: fc.boolean(),
    })
    fc.assert(
      fc.property(anySubject, (subject) => {
        expect(judge(subject)).toEqual(slowVerdict(subject))
      }),
      { seed: 23, numRuns: 1000 },
    )
  })
})

function slowVerdict(subject: RuleSubject) {
  const any = (patterns: readonly string[] | undefined, ...texts: string[]) =>
    !patterns || patterns.some((pattern) => texts.some((text) => compilePattern(pattern)(text)))
  const sign = (value: number) => (value < 0 ? 'negative' : value > 0 ? 'positive' : 'zero')
  for (const { id, kind, when } of defaultRules) {
    if (!any(when.document, subject.document) || !any(when.status, subject.status ?? '')) continue
    if (!any(when.itemCode, subject.itemCode) || !any(when.itemName, subject.itemName)) continue
    if (!any(when.item, subject.itemCode, subject.itemName)) continue
    if (when.quantity && when.quantity !== sign(subject.quantityMilli)) continue
    if (when.net && (!subject.hasMoney || when.net !== sign(subject.netMinor))) continue
    if (when.customer && when.customer !== (subject.customer === null ? 'absent' : 'present')) continue
    return { kind, ruleId: id }
  }
  return { kind: 'sale', ruleId: 'sale' }
}

describe('patterns', () => {
  test('agree with regular expressions', () => {
    const unit = fc.constantFrom('a', 'b', '1', '2', ' ')
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 10 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '1', '*', '#'), maxLength: 6 }),
        (text, pattern) => {
          const twin = new RegExp(`^${pattern.replaceAll('*', '[^]*').replaceAll('#', '[0-9]')}$`)
          expect(compilePattern(pattern)(text)).toBe(twin.test(text.trim()))
        },
      ),
      { seed: 29, numRuns: 2000 },
    )
  })

  test('many stars against a long text end at once', () => {
    expect(compilePattern(`${'*a'.repeat(40)}*b`)('a'.repeat(2000))).toBe(false)
  })
})
