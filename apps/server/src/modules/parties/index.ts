// SPDX-License-Identifier: Apache-2.0
export { listPartyNames, upsertCustomers } from './parties.repository.ts'
export type { CustomerSeen } from './parties.types.ts'
