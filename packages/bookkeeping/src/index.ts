// SPDX-License-Identifier: Apache-2.0
export { type Age, ageing, ageOn, ageStarts, ages, type OpenDocument } from './ageing/ageing.ts'
export { type AccountMove, type StatementRow, statementOf } from './ageing/statement.ts'
export { lineAmounts, lineNet } from './arithmetic/line.ts'
export { sumOf, totalsOf } from './arithmetic/totals.ts'
export { type CostLayer, issueFromLayers, type LayerTaken } from './costing/layers.ts'
export {
  type AverageCost,
  type AverageIssue,
  type AverageReceipt,
  addValueAtAverage,
  issueAtAverage,
  noStock,
  receiveAtAverage,
} from './costing/moving-average.ts'
export { type SpreadBy, type SpreadLine, spread, spreadCost } from './costing/spread-cost.ts'
export { convert, crossRate, isRate } from './exchange/rate.ts'
export { exchangeDifference, type Open, settledShare } from './exchange/settlement.ts'
export type * from './postings/facts.ts'
export { settlesUpTo } from './postings/money-rules.ts'
export { postingsOf, reversed } from './postings/postings-of.ts'
export { trialBalance } from './postings/trial-balance.ts'
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
