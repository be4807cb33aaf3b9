// SPDX-License-Identifier: Apache-2.0
export { lineAmounts, lineNet } from './arithmetic/line.ts'
export { sumOf, totalsOf } from './arithmetic/totals.ts'
export {
  type Answer,
  allowedActions,
  initialState,
  isFinal,
  mayDo,
  nextState,
  type Reason,
  statesOf,
  stateTables,
} from './states/allowed-actions.ts'
export { type Condition, conditions, type StateFacts } from './states/conditions.ts'
export { type Action, actions, type Refusal, refusals, type StateRow, type StateTable } from './states/state-table.ts'
export {
  type DocumentKind,
  documentKinds,
  type Entry,
  type EntryLine,
  type EntrySource,
  type ExchangeRate,
  type Foreign,
  type LineAmounts,
  type LineInput,
  type LineTax,
  type PostingRole,
  postingRoles,
  type RoleAccounts,
  type StatefulKind,
  type TaxAmount,
  type Totals,
} from './types.ts'
