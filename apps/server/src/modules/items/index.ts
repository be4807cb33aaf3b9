// SPDX-License-Identifier: Apache-2.0
export { toSupply } from './items.mapping.ts'
export {
  archiveItem,
  findItem,
  findItemIds,
  findItemIdsByName,
  listAllItems,
  listItemMarks,
  listItemsById,
  saveSupplies,
  unarchiveItem,
  upsertItems,
} from './items.repository.ts'
export { itemRoutes } from './items.routes.ts'
export type { ItemRecord, ItemSeen, ItemSupply } from './items.types.ts'
export { photoRoutes } from './photos.routes.ts'
export { findPrices } from './prices.repository.ts'
export { priceRoutes } from './prices.routes.ts'
export type { PriceQuestion } from './prices.types.ts'
