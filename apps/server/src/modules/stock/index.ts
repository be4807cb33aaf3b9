// SPDX-License-Identifier: Apache-2.0
export { levelsOf, moveStock } from './move-stock.service.ts'
export { defaultPlace, placesOf, settingsOf } from './places.service.ts'
export { type Reserved, release, reserve, type Wanted } from './reservations.service.ts'
export type { MoveContext, StockMove } from './stock.types.ts'
