// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FiscalState, type FiscalStep, fiscalTable, stepFrom } from './fiscal.states.ts'

const steps = [...new Set(fiscalTable.map(([, step]) => step))]
const byPerson: readonly FiscalStep[] = ['say-there', 'say-not-there']

test('a state and a step lead to one state', () => {
  const keys = fiscalTable.map(([from, step]) => `${from} ${step}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test('out of uncertainty only a person leads', () => {
  for (const step of steps) {
    const to = stepFrom('uncertain', step)
    expect(to === undefined).toBe(!byPerson.includes(step))
  }
})

test('in any history, between two sendings the office has refused, was not reached, or a person has looked', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 60 }), (history) => {
      let state: FiscalState | 'none' = 'none'
      let mayHaveIt = false
      for (const step of history) {
        const next = stepFrom(state, step)
        if (next === undefined) continue
        if (step === 'send') {
          expect(mayHaveIt).toBe(false)
          mayHaveIt = true
        }
        if (step === 'refuse' || step === 'unreachable' || step === 'say-not-there') mayHaveIt = false
        state = next
      }
    }),
    { seed: 4, numRuns: 500 },
  )
})

test('what was accepted is never handed in again', () => {
  for (const state of ['accepted', 'cancelled'] as const) {
    expect(stepFrom(state, 'submit')).toBeUndefined()
    expect(stepFrom(state, 'send')).toBeUndefined()
  }
})
