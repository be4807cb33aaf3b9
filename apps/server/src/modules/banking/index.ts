// SPDX-License-Identifier: Apache-2.0
export { bankingRoutes } from './banking.routes.ts'
