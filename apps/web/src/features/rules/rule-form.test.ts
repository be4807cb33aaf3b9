// SPDX-License-Identifier: Apache-2.0
import { LineRule } from '@resham/contract'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { rules } from '../../../tools/fake-shop/imports.ts'
import { isOwnRule, ownRule, switched } from './rule-form.ts'

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('a switch changes one rule and no other', () => {
  const after = switched(rules, form({ rule: 'delivery-charge', enabled: 'no' }))
  expect(after.filter((rule, at) => rule !== rules[at]).map(({ id, enabled }) => [id, enabled])).toEqual([
    ['delivery-charge', false],
  ])
})

test('an own rule takes a pattern a line and a name that is free', () => {
  const rule = ownRule(rules, form({ field: 'itemName', patterns: ' packing* \r\n\n gift wrap', kind: 'charge' }))
  expect(rule).toEqual({ id: 'own-2', enabled: true, kind: 'charge', when: { itemName: ['packing*', 'gift wrap'] } })
  expect(isOwnRule(rule)).toBe(true)
  expect(Value.Check(LineRule, rule)).toBe(true)
})

test('an own rule without patterns is one that the contract refuses', () => {
  expect(Value.Check(LineRule, ownRule(rules, form({ field: 'item', patterns: ' ' })))).toBe(false)
})
