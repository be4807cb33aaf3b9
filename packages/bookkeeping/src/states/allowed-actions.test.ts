// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Action,
  actions,
  allowedActions,
  type Condition,
  conditions,
  initialState,
  isFinal,
  mayDo,
  nextState,
  refusals,
  type StateFacts,
  type StatefulKind,
  statesOf,
  stateTables,
} from '../index.ts'
import { stateTablesAsText } from './as-text.testing.ts'

const kinds = Object.keys(stateTables) as StatefulKind[]
const conditionNames = Object.keys(conditions) as Condition[]
const someFacts = fc.dictionary(fc.constantFrom(...conditionNames), fc.boolean(), {
  maxKeys: 27,
}) as fc.Arbitrary<StateFacts>
const everything: StateFacts = Object.fromEntries(conditionNames.map((name) => [name, true]))
const steps = fc.array(fc.tuple(fc.constantFrom(...actions), someFacts), { maxLength: 40 })

test.each(kinds)('%s: no sequence of actions leaves the table, and what is over stays as it is', (kind) => {
  fc.assert(
    fc.property(steps, (sequence) => {
      let state = initialState(kind)
      for (const [action, facts] of sequence) {
        const answer = mayDo(kind, state, action, facts)
        if (isFinal(kind, state)) expect(answer.allowed).toBe(false)
        if (!answer.allowed) continue
        state = answer.to
        expect(statesOf(kind)).toContain(state)
      }
    }),
    { seed: 4, numRuns: 200 },
  )
})

test.each(kinds)('%s: every state can be reached, and an end from every state', (kind) => {
  const { rows, initial } = stateTables[kind]
  const reached = new Set([initial])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const row of rows) if ('to' in row && reached.has(row.from)) reached.add(row.to)
  }
  expect([...reached].sort()).toEqual([...statesOf(kind)].sort())
})

test.each(kinds)('%s: a change is allowed only while each thing that it needs holds', (kind) => {
  for (const row of stateTables[kind].rows) {
    if (!('to' in row)) continue
    expect(mayDo(kind, row.from, row.action, everything).allowed).toBe(true)
    const alternatives = stateTables[kind].rows.filter(
      (other) => other.from === row.from && other.action === row.action,
    )
    if (alternatives.length > 1) continue
    for (const need of row.needs) {
      expect(mayDo(kind, row.from, row.action, { ...everything, [need]: false })).toEqual({
        allowed: false,
        reason: conditions[need],
      })
    }
  }
})

test('the person is told the right way round', () => {
  const no = (kind: StatefulKind, state: string, action: Action, facts: StateFacts = {}) =>
    mayDo(kind, state, action, facts)
  expect(no('order', 'part-shipped', 'cancel')).toEqual({ allowed: false, reason: 'already-shipped' })
  expect(no('order', 'open', 'cancel', { 'nothing-shipped': true })).toEqual({
    allowed: false,
    reason: 'already-invoiced',
  })
  expect(no('shipment', 'shipped', 'cancel')).toEqual({ allowed: false, reason: 'shipped-comes-back-by-return' })
  expect(no('invoice', 'issued', 'edit')).toEqual({ allowed: false, reason: 'issued-is-corrected-by-credit-note' })
  expect(no('bill', 'issued', 'cancel')).toEqual({ allowed: false, reason: 'issued-is-corrected-by-debit-note' })
  expect(no('payment', 'recorded', 'cancel')).toEqual({ allowed: false, reason: 'already-settled' })
  expect(no('quote', 'declined', 'send', everything)).toEqual({ allowed: false, reason: 'already-over' })
  expect(no('invoice', 'draft', 'settle', everything)).toEqual({ allowed: false, reason: 'not-in-this-state' })
})

test('of two ways to ship, what is left decides', () => {
  expect(nextState('order', 'open', 'ship', { 'something-to-ship': true, 'all-shipped': true })).toBe('shipped')
  expect(nextState('order', 'open', 'ship', { 'something-to-ship': true })).toBe('part-shipped')
  expect(mayDo('order', 'open', 'ship', {})).toEqual({ allowed: false, reason: 'nothing-to-ship' })
})

test('each action of a kind is answered, in the order of its table', () => {
  const answers = allowedActions('shipment', 'draft', { 'has-lines': true, 'period-open': true })
  expect([...answers]).toEqual([
    ['edit', { allowed: true, to: 'draft' }],
    ['ship', { allowed: false, reason: 'not-enough-stock' }],
    ['cancel', { allowed: true, to: 'cancelled' }],
    ['deliver', { allowed: false, reason: 'not-in-this-state' }],
  ])
})

test('a state that the kind does not have is refused', () => {
  expect(() => mayDo('quote', 'shipped', 'edit', {})).toThrow('bookkeeping.state-unknown')
  expect(() => nextState('invoice', 'issued', 'edit', {})).toThrow('issued-is-corrected-by-credit-note')
})

test('every reason has its words in both languages', () => {
  const reasons = new Set<string>([...refusals, ...Object.values(conditions)])
  for (const language of ['en', 'ur']) {
    const path = resolve(import.meta.dirname, `../../../../apps/web/src/i18n/${language}.json`)
    const words = Object.keys(JSON.parse(readFileSync(path, 'utf8')))
    const said = words.filter((key) => key.startsWith('refused.')).map((key) => key.slice('refused.'.length))
    expect(said.sort()).toEqual([...reasons].sort())
  }
})

test('the README shows the tables as they are', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
  expect(readme).toContain(stateTablesAsText())
})
