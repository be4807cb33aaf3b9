// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { StatefulKind } from '../types.ts'
import { purchaseOrder, receipt, supplierReturn } from './buying.ts'
import { bill, creditNote, debitNote, invoice, payment } from './claims.ts'
import { type Condition, conditions, type StateFacts } from './conditions.ts'
import { customerReturn, order, pick, quote, shipment } from './selling.ts'
import type { Action, Refusal, StateTable } from './state-table.ts'

/** The states of every kind. */
export const stateTables: Readonly<Record<StatefulKind, StateTable>> = {
  quote,
  order,
  pick,
  shipment,
  invoice,
  'credit-note': creditNote,
  return: customerReturn,
  'purchase-order': purchaseOrder,
  receipt,
  bill,
  'supplier-return': supplierReturn,
  'debit-note': debitNote,
  payment,
}

/** Why not. */
export type Reason = Refusal | (typeof conditions)[Condition]

/** Yes, with the state it leads to; or no, with the reason. */
export type Answer =
  | { readonly allowed: true; readonly to: string }
  | { readonly allowed: false; readonly reason: Reason }

/** The state in which a new one begins. */
export function initialState(kind: StatefulKind): string {
  return stateTables[kind].initial
}

/** Every state of a kind, the initial one first. */
export function statesOf(kind: StatefulKind): readonly string[] {
  const { initial, rows } = stateTables[kind]
  return [...new Set([initial, ...rows.flatMap((row) => ('to' in row ? [row.from, row.to] : [row.from]))])]
}

/** True for a state that nothing leads out of. */
export function isFinal(kind: StatefulKind, state: string): boolean {
  return !stateTables[kind].rows.some((row) => row.from === state && 'to' in row)
}

/**
 * May this be done now, and if not, why.
 *
 * @throws bookkeeping.state-unknown for a state that the kind does not have
 */
export function mayDo(kind: StatefulKind, state: string, action: Action, facts: StateFacts): Answer {
  if (!statesOf(kind).includes(state)) throw new AppError('bookkeeping.state-unknown', { kind, state })
  let reason: Reason = isFinal(kind, state) ? 'already-over' : 'not-in-this-state'
  for (const row of stateTables[kind].rows) {
    if (row.from !== state || row.action !== action) continue
    if (!('to' in row)) return { allowed: false, reason: row.otherwise }
    const missing = row.needs.find((need) => facts[need] !== true)
    if (missing === undefined) return { allowed: true, to: row.to }
    // The last row is the one that asks least: its reason is the one to mend.
    reason = conditions[missing]
  }
  return { allowed: false, reason }
}

/** Each action that the kind knows, in the order of its table: yes, or the reason why not. */
export function allowedActions(kind: StatefulKind, state: string, facts: StateFacts): ReadonlyMap<Action, Answer> {
  const known = new Set(stateTables[kind].rows.map((row) => row.action))
  return new Map([...known].map((action) => [action, mayDo(kind, state, action, facts)]))
}

/**
 * The state after an action.
 *
 * @throws bookkeeping.not-allowed with `kind`, `state`, `action` and `reason`; bookkeeping.state-unknown
 */
export function nextState(kind: StatefulKind, state: string, action: Action, facts: StateFacts): string {
  const answer = mayDo(kind, state, action, facts)
  if (answer.allowed) return answer.to
  throw new AppError('bookkeeping.not-allowed', { kind, state, action, reason: answer.reason })
}
