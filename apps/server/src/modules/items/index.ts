// SPDX-License-Identifier: Apache-2.0
export { idOfCode } from './item-id.ts'
export { toSupply } from './items.mapping.ts'
export {
  findItem,
  findItemIds,
  findItemIdsByName,
  listAllItems,
  listCustomerNames,
  listItemsById,
  saveSupplies,
  upsertCustomers,
  upsertItems,
} from './items.repository.ts'
export { itemRoutes } from './items.routes.ts'
export type { CustomerSeen, ItemRecord, ItemSeen, ItemSupply } from './items.types.ts'
