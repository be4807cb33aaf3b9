// SPDX-License-Identifier: Apache-2.0
import type { Condition } from './conditions.ts'
import { may, never, type Refusal, type StateTable } from './state-table.ts'

/**
 * What is owed by paper: once issued (a bill: entered), it stands in the ledger and is not changed any more, only
 * settled in parts, written off, or corrected by another paper. How much of it is settled is a sum, not a state.
 */
function claim(correctedBy: Refusal, ...issuing: readonly Condition[]): StateTable {
  return {
    initial: 'draft',
    rows: [
      may('draft', 'edit', 'draft'),
      may('draft', 'issue', 'issued', 'has-lines', 'has-party', 'rate-known', 'period-open', ...issuing),
      may('draft', 'cancel', 'cancelled'),
      may('issued', 'settle', 'issued', 'something-open'),
      may('issued', 'unsettle', 'issued', 'something-settled'),
      may('issued', 'write-off', 'issued', 'something-open', 'period-open'),
      never('issued', 'edit', correctedBy),
      never('issued', 'cancel', correctedBy),
    ],
  }
}

export const invoice = claim('issued-is-corrected-by-credit-note')
export const creditNote = claim('issued-note-stays', 'not-more-than-invoiced')
export const bill = claim('issued-is-corrected-by-debit-note')
export const debitNote = claim('issued-note-stays')

/** Money in or out: it happened, so it is recorded at once and never edited; a mistake is cancelled by an entry of its own. */
export const payment: StateTable = {
  initial: 'recorded',
  rows: [
    may('recorded', 'settle', 'recorded', 'something-open'),
    may('recorded', 'unsettle', 'recorded', 'something-settled'),
    may('recorded', 'cancel', 'cancelled', 'nothing-settled', 'not-on-statement', 'period-open'),
    never('recorded', 'edit', 'payment-is-cancelled-not-edited'),
  ],
}
