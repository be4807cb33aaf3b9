// SPDX-License-Identifier: Apache-2.0
export { findBankLine, listAccountStandings, listBankLines, setBankLineState } from './banking.repository.ts'
export { bankingRoutes } from './banking.routes.ts'
export type { BankLine } from './banking.types.ts'
export { listMoneyAccounts } from './money-accounts.repository.ts'
