// SPDX-License-Identifier: Apache-2.0
export { actOnDocument } from './act.service.ts'
export { sellAtCounter } from './counter.service.ts'
export { createDocument } from './create.service.ts'
export { toBrief } from './documents.mapping.ts'
export {
  countByState,
  findByClientId,
  findDocument,
  listDocuments,
  listFirstOfStates,
  listOpenDocuments,
} from './documents.repository.ts'
export { documentRoutes } from './documents.routes.ts'
export type {
  DocumentContext,
  DocumentHead,
  DocumentRecord,
  LineDraft,
  OpenByAge,
} from './documents.types.ts'
export {
  type DueMoney,
  listDueMoney,
  listPaidDays,
  sumCreditSales,
  sumPaymentsAfter,
} from './due-money.repository.ts'
export { moveToParty } from './move-party.repository.ts'
export { listAccountMoves, listOpenByAge } from './owed.repository.ts'
export { findPayment, listSettlements } from './payments.repository.ts'
export { cancelPayment, listMoneyAccounts, recordPayment } from './payments.service.ts'
export { settle, undoSettlement } from './settle.service.ts'
export { type LeadDays, listLeadDays, listOnOrder, listOpenToReceive } from './supply.repository.ts'
export {
  listDocumentNames,
  listTaxedPapers,
  listWithheld,
  type TaxedPaper,
  type WithheldPayment,
} from './tax-sums.repository.ts'
export { sumTaxes } from './tax-sums.service.ts'
