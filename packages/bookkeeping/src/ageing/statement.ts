// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'

/** Something that changed what a party owes: an invoice adds, a payment or note takes away. */
export type AccountMove = {
  readonly day: PlainDate
  /** Breaks ties of a day: the order in which they were written. */
  readonly sequence: number
  readonly minor: bigint
}

/** A row of a statement of account: the move, and what is owed after it. */
export type StatementRow<Move extends AccountMove> = { readonly move: Move; readonly balanceMinor: bigint }

/**
 * A statement of account between two days, both included: what was owed before, each move with the balance
 * after it, what is owed at the end. One currency a call.
 *
 * @param moves In any order.
 */
export function statementOf<Move extends AccountMove>(
  moves: readonly Move[],
  from: PlainDate,
  to: PlainDate,
): { readonly openingMinor: bigint; readonly rows: readonly StatementRow<Move>[]; readonly closingMinor: bigint } {
  const inOrder = moves.filter(({ day }) => day <= to)
  inOrder.sort((a, b) => (a.day === b.day ? a.sequence - b.sequence : a.day < b.day ? -1 : 1))
  const openingMinor = inOrder.filter(({ day }) => day < from).reduce((so, { minor }) => so + minor, 0n)
  let balanceMinor = openingMinor
  const rows = inOrder
    .filter(({ day }) => day >= from)
    .map((move) => {
      balanceMinor += move.minor
      return { move, balanceMinor }
    })
  return { openingMinor, rows, closingMinor: balanceMinor }
}
