// SPDX-License-Identifier: Apache-2.0
import type { Condition } from './conditions.ts'
import { may, never, type Refusal, type StateTable } from './state-table.ts'

/**
 * What is owed by paper: once issued (a bill: entered), it stands in the ledger and is not changed any more,
 * only settled in parts, written off, or corrected by another paper.
 */
function claim(correctedBy: Refusal, ...issuing: readonly Condition[]): StateTable {
  const open = (state: string) => [
    may(state, 'settle', 'settled', 'something-settled', 'all-settled'),
    may(state, 'settle', 'part-settled', 'something-settled'),
    may(state, 'write-off', 'settled', 'period-open'),
    never(state, 'edit', correctedBy),
    never(state, 'cancel', correctedBy),
  ]
  return {
    initial: 'draft',
    rows: [
      may('draft', 'edit', 'draft'),
      may('draft', 'issue', 'issued', 'has-lines', 'has-party', 'rate-known', 'period-open', ...issuing),
      may('draft', 'cancel', 'cancelled'),
      ...open('issued'),
      ...open('part-settled'),
      may('part-settled', 'unsettle', 'issued', 'nothing-settled'),
      may('part-settled', 'unsettle', 'part-settled', 'something-settled'),
      may('settled', 'unsettle', 'issued', 'nothing-settled'),
      may('settled', 'unsettle', 'part-settled', 'something-settled'),
      never('settled', 'edit', correctedBy),
      never('settled', 'cancel', correctedBy),
    ],
  }
}

export const invoice = claim('issued-is-corrected-by-credit-note')
export const creditNote = claim('issued-note-stays', 'not-more-than-invoiced')
export const bill = claim('issued-is-corrected-by-debit-note')
export const debitNote = claim('issued-note-stays')

/** Money in or out: it happened, so it is reversed by an entry of its own, never edited. */
export const payment: StateTable = {
  initial: 'draft',
  rows: [
    may('draft', 'edit', 'draft'),
    may('draft', 'issue', 'issued', 'rate-known', 'period-open'),
    may('draft', 'cancel', 'cancelled'),
    may('issued', 'settle', 'settled', 'something-settled', 'all-settled'),
    may('issued', 'settle', 'part-settled', 'something-settled'),
    may('issued', 'reverse', 'reversed', 'nothing-settled', 'not-on-statement', 'period-open'),
    may('part-settled', 'settle', 'settled', 'something-settled', 'all-settled'),
    may('part-settled', 'settle', 'part-settled', 'something-settled'),
    may('part-settled', 'unsettle', 'issued', 'nothing-settled'),
    may('part-settled', 'unsettle', 'part-settled', 'something-settled'),
    may('settled', 'unsettle', 'issued', 'nothing-settled'),
    may('settled', 'unsettle', 'part-settled', 'something-settled'),
    ...['issued', 'part-settled', 'settled'].flatMap((state) => [
      never(state, 'edit', 'payment-is-reversed-not-edited'),
      never(state, 'cancel', 'payment-is-reversed-not-edited'),
    ]),
    may('part-settled', 'reverse', 'reversed', 'nothing-settled', 'not-on-statement', 'period-open'),
    may('settled', 'reverse', 'reversed', 'nothing-settled', 'not-on-statement', 'period-open'),
  ],
}
