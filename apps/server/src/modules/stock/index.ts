// SPDX-License-Identifier: Apache-2.0
export { arrivalsOf, moveStock, stockOf } from './move-stock.service.ts'
export { namedLot } from './papers.service.ts'
export { defaultPlace, settingsOf } from './places.service.ts'
export { release, reserve } from './reservations.service.ts'
export { stockRoutes } from './stock.routes.ts'
export type { MoveContext, StockMove } from './stock.types.ts'
