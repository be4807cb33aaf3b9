// SPDX-License-Identifier: Apache-2.0
export { type BankTableOptions, readBankTable } from './bank/read-table.ts'
export { missingBankColumns, type SniffedBankTable, sniffBankTable } from './bank/sniff.ts'
export {
  type BadBankRow,
  type BalanceBreak,
  type BankColumns,
  type BankLayout,
  type BankRole,
  type BankStretch,
  type BankTable,
  bankRoles,
} from './bank/types.ts'
export { type DateReason, type DayTime, parseDate } from './cells/date.ts'
export { type Decimal, type NumberReason, parseNumber, productToWhole, toWhole } from './cells/number.ts'
export type { MoneyOptions } from './currency-of-line.ts'
export {
  collectFacts,
  createFactCollector,
  type FactCollector,
  type Facts,
  type ItemFacts,
  isGoods,
} from './facts/collect.ts'
export type { DailySeries } from './facts/daily-series.ts'
export { applyCorrection, correctionOf, type LayoutCorrection } from './layout/correction.ts'
export type { HeadOptions } from './layout/head.ts'
export { missingColumns, type SniffedLedger, type SniffOptions, sniffLedger } from './layout/sniff.ts'
export { type ProblemsOptions, writeProblemsCsv } from './problems.ts'
export { type ReadOptions, readLedger } from './read-ledger.ts'
export { createLineReader } from './read-line.ts'
export { createClassifier, type RuleSubject, type Verdict } from './rules/classify.ts'
export { defaultRules } from './rules/default-rules.ts'
export { compilePattern } from './rules/pattern.ts'
export type { LineRule, RuleConditions, Sign } from './rules/rule.ts'
export { type BadStockRow, readStock, type StockLine, type StockOptions } from './stock/read-stock.ts'
export {
  type BadReason,
  type BadRow,
  badReasons,
  type Columns,
  type DateOrder,
  type Layout,
  type LayoutWarning,
  type LedgerBatch,
  type LedgerLine,
  type LineKind,
  type Role,
  roles,
} from './types.ts'
