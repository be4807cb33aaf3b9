// SPDX-License-Identifier: Apache-2.0
export { Account, accountEndpoints, digitStyles, languages, Membership, passwordLength, themes } from './account.ts'
export { AskAnswer, askEndpoints } from './ask.ts'
export {
  type BankColumnRole,
  BankFile,
  BankFilePreview,
  BankLine,
  BankTableChoice,
  bankColumnRoles,
  bankingEndpoints,
  bankLineStates,
  MoneyAccount,
  moneyAccountKinds,
  PaymentRequest,
} from './banking.ts'
export { booksEndpoints, LedgerAccount, LedgerLine, ledgerKinds, TrialBalanceRow } from './books.ts'
export {
  ApiToken,
  AuditEvent,
  Business,
  businessEndpoints,
  businessParam,
  Invitation,
  JobRun,
  jobStates,
  Member,
  slugPattern,
} from './businesses.ts'
export { buyingEndpoints, landedKinds, spreadWays } from './buying.ts'
export { calendarEndpoints, Holiday } from './calendar.ts'
export { CashOutlook, cashEndpoints } from './cash.ts'
export { CounterSale, counterEndpoints, counterNotes } from './counter.ts'
export { DestinationRanking, destinationEndpoints, destinationParts, headingSubjects } from './destinations.ts'
export { Document, DocumentBrief, documentEndpoints, documentKinds } from './documents.ts'
export { type Access, type Endpoint, endpoint, pathOf, type ReplyOf, type RequestOf } from './endpoint.ts'
export { type ErrorCode, type ErrorRow, errorRow, errorTable, isErrorCode } from './errors.ts'
export { FiscalSettings, FiscalStanding, fiscalActions, fiscalEndpoints, fiscalStates, fiscalUses } from './fiscal.ts'
export {
  BadRow,
  type ColumnRole,
  columnRoles,
  dateOrders,
  decimalMarks,
  Import,
  ImportResult,
  importEndpoints,
  importStates,
  LineRule,
  lineKinds,
  Preview,
  ReadingChoice,
} from './imports.ts'
export { Item, itemEndpoints, Supply } from './items.ts'
export {
  MarketAccuracy,
  MarketBrief,
  MarketChart,
  MarketComparison,
  MarketGroup,
  MarketRun,
  MarketStory,
  marketEndpoints,
  marketFrequencies,
  marketKinds,
  marketMeasures,
  marketSources,
  marketSpans,
} from './market.ts'
export { MatchLine, MatchSuggestion, matchingEndpoints, matchKinds, matchReasons } from './matching.ts'
export { Move, moveEndpoints } from './moves.ts'
export {
  abcClasses,
  Change,
  Chart,
  OutlookState,
  outlookEndpoints,
  Provenance,
  Sentence,
  Task,
  Today,
  TrendBrief,
  TrendStory,
  taskKinds,
  trendStatuses,
  trendSubjects,
  Unusual,
  xyzClasses,
} from './outlook.ts'
export { Pack, packEndpoints } from './packs.ts'
export { Party, PartyFields, partyEndpoints } from './parties.ts'
export { doubtCodes, pasteAsks, pasteEndpoints } from './paste.ts'
export { Payment, paymentEndpoints, Settlement } from './payments.ts'
export { type Permission, permissions, permissionsOf, type Role, roleAllows, roles } from './permissions.ts'
export { PhotoOfItem, photoEndpoints, photosAtMost } from './photos.ts'
export { BudgetPlan, PlanLine, PlanSettings, PurchaseLine, planEndpoints, urgencies } from './plan.ts'
export { ListedItem, PriceList, priceEndpoints } from './prices.ts'
export {
  Bilingual,
  Currency,
  Day,
  DeclinedReply,
  Empty,
  Id,
  Instant,
  Line,
  Maybe,
  MoneyAmount,
  OneOf,
  Page,
  PageQuery,
  UnitPrice,
} from './primitives.ts'
export { Problem } from './problem.ts'
export { ExchangeRate, ratesEndpoints } from './rates.ts'
export { OwedBy, Statement, sellingEndpoints } from './selling.ts'
export {
  adjustReasons,
  ItemStock,
  placeKinds,
  StockMoveShown,
  StockPaper,
  StockRow,
  stockEndpoints,
  stockViews,
} from './stock.ts'
export { CountEntry, CountRow, StockCount, stockCountEndpoints } from './stock-counts.ts'
export { ItemTax, OwnTax, TaxToday, taxEndpoints } from './taxes.ts'
export { TidyMerge, TidyPair, tidyEndpoints, tidyKinds, tidyReasons } from './tidy.ts'
