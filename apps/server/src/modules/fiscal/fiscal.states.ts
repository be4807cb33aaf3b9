// SPDX-License-Identifier: Apache-2.0

/** `sending`: on the way, and nobody knows yet. A worker that dies then leaves it so, and the next finds it uncertain. */
export type FiscalState = 'waiting' | 'sending' | 'accepted' | 'refused' | 'uncertain' | 'cancelled'

export type FiscalStep =
  /** A person hands it in, for the first time or again. */
  | 'submit'
  /** The worker sends it. */
  | 'send'
  /** The office could not be reached: nothing left the house. */
  | 'unreachable'
  | 'accept'
  | 'refuse'
  | 'lose'
  /** A person looked at the office's portal. */
  | 'say-there'
  | 'say-not-there'
  /** A person cancelled it there, in time. */
  | 'note-cancelled'

/**
 * Every way from one state to the next; what is not here is not possible. There is no row from `uncertain` to `sending`:
 * what may have been taken in is never sent again before a person has looked.
 */
export const fiscalTable: readonly (readonly [from: FiscalState | 'none', step: FiscalStep, to: FiscalState])[] = [
  ['none', 'submit', 'waiting'],
  ['waiting', 'submit', 'waiting'],
  ['waiting', 'send', 'sending'],
  ['waiting', 'refuse', 'refused'],
  ['sending', 'unreachable', 'waiting'],
  ['sending', 'accept', 'accepted'],
  ['sending', 'refuse', 'refused'],
  ['sending', 'lose', 'uncertain'],
  ['refused', 'submit', 'waiting'],
  ['uncertain', 'say-there', 'accepted'],
  ['uncertain', 'say-not-there', 'waiting'],
  ['accepted', 'note-cancelled', 'cancelled'],
]

/** Where a step leads, or undefined where it is not possible. */
export function stepFrom(from: FiscalState | 'none', step: FiscalStep): FiscalState | undefined {
  return fiscalTable.find(([state, name]) => state === from && name === step)?.[2]
}
