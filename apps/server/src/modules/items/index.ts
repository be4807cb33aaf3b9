// SPDX-License-Identifier: Apache-2.0
export { idOfCode } from './item-id.ts'
export {
  findItem,
  listAllItems,
  listCustomerNames,
  saveSupplies,
  upsertCustomers,
  upsertItems,
} from './items.repository.ts'
export { type CustomerSeen, type ItemRecord, type ItemSeen, type ItemSupply, noSupply } from './items.types.ts'
