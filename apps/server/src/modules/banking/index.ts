// SPDX-License-Identifier: Apache-2.0
export { listAccountStandings } from './banking.repository.ts'
export { bankingRoutes } from './banking.routes.ts'
export { listMoneyAccounts } from './money-accounts.repository.ts'
