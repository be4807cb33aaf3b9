// SPDX-License-Identifier: Apache-2.0
import type { Condition } from './conditions.ts'

/** Whatever can be done to a document or payment. */
export const actions = [
  'edit',
  'send',
  'accept',
  'decline',
  'expire',
  'order',
  'confirm',
  'pick',
  'finish',
  'ship',
  'deliver',
  'invoice',
  'issue',
  'settle',
  'unsettle',
  'write-off',
  'receive',
  'bill',
  'credit',
  'refuse',
  'close',
  'reopen',
  'cancel',
] as const
export type Action = (typeof actions)[number]

/** Why something cannot be done in this state, whatever else holds. Other reasons come from `conditions`. */
export const refusals = [
  'not-in-this-state',
  'already-over',
  'already-shipped',
  'shipped-comes-back-by-return',
  'received-goes-back-by-supplier-return',
  'issued-is-corrected-by-credit-note',
  'issued-is-corrected-by-debit-note',
  'issued-note-stays',
  'accepted-is-changed-in-its-order',
  'payment-is-cancelled-not-edited',
  'return-already-received',
] as const
export type Refusal = (typeof refusals)[number]

/**
 * One row. `to` with what it needs; or a refusal (`otherwise`) that says the right way round.
 * Of several rows for one state and action, the first whose needs all hold decides.
 */
export type StateRow =
  | { readonly from: string; readonly action: Action; readonly to: string; readonly needs: readonly Condition[] }
  | { readonly from: string; readonly action: Action; readonly otherwise: Refusal }

/** The states of one kind of document: where it begins, and every row. */
export type StateTable = { readonly initial: string; readonly rows: readonly StateRow[] }

/** A change that may be made. */
export function may(from: string, action: Action, to: string, ...needs: readonly Condition[]): StateRow {
  return { from, action, to, needs }
}

/** A change that may never be made from here, and the reason. */
export function never(from: string, action: Action, otherwise: Refusal): StateRow {
  return { from, action, otherwise }
}
