// SPDX-License-Identifier: Apache-2.0
export { levelsOf, moveStock, stockOf } from './move-stock.service.ts'
export { defaultPlace } from './places.service.ts'
export { release, reserve } from './reservations.service.ts'
export { stockRoutes } from './stock.routes.ts'
export type { MoveContext, StockMove } from './stock.types.ts'
