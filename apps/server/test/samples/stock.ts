// SPDX-License-Identifier: Apache-2.0
import type * as places from '../../src/modules/stock/places.repository.ts'
import type * as reservations from '../../src/modules/stock/reservations.repository.ts'
import type * as stock from '../../src/modules/stock/stock.repository.ts'
import type { MoveRecord } from '../../src/modules/stock/stock.types.ts'
import type { Samples, World } from './world.ts'

export const placeSamples: Samples<typeof places> = {
  insertPlace: (w) => [
    [{ id: w.id('place'), name: w.word('shop'), kind: 'shop', isDefault: true }],
    [{ id: w.id('store'), name: w.word('store'), kind: 'store', isDefault: false }],
  ],
  changePlace: (w) => [[w.id('store'), { name: w.word('big store'), kind: 'store', version: 1 }]],
  makeDefaultPlace: (w) => [[w.id('place')]],
  listPlaces: () => [[]],
  saveStockSettings: () => [[{ allowBelowZero: false, overReceiptPercent: 10, version: 1 }]],
  findStockSettings: () => [[]],
}

const move = (w: World): MoveRecord => ({
  id: w.id('move'),
  kind: 'receive',
  itemId: w.id('item'),
  placeId: w.id('place'),
  lotId: w.id('lot'),
  quantityMilli: 3_000n,
  valueMinor: 3_750n,
  documentId: null,
  documentLineId: null,
  reason: w.word('reason'),
  belowZero: false,
})

export const stockSamples: Samples<typeof stock> = {
  lockItems: (w) => [[[w.id('item')]]],
  insertMoves: (w) => [[[move(w)], { at: w.now, day: w.day, byId: w.userId }]],
  addToLevels: (w) => [
    [
      [
        {
          itemId: w.id('item'),
          placeId: w.id('place'),
          lotId: w.id('lot'),
          onHandMilli: 3_000n,
          reservedMilli: 0n,
        },
      ],
    ],
  ],
  saveCosts: (w) => [
    [
      [
        {
          itemId: w.id('item'),
          cost: {
            quantityMilli: 3_000n,
            valueMinor: 3_750n,
            lastUnit: { quantityMilli: 3_000n, valueMinor: 3_750n },
          },
        },
      ],
    ],
  ],
  saveLayers: (w) => [
    [
      [
        { itemId: w.id('item'), id: w.id('move'), day: w.day, remainingMilli: 3_000n, remainingMinor: 3_750n },
        { itemId: w.id('item'), id: w.id('gone move'), day: w.day, remainingMilli: 0n, remainingMinor: 0n },
      ],
    ],
  ],
  listLevels: (w) => [
    [[w.id('item')], null],
    [[w.id('item')], w.id('place')],
  ],
  listLots: (w) => [[[w.id('item')]]],
  listLayers: (w) => [[[w.id('item')]]],
}

export const reservationSamples: Samples<typeof reservations> = {
  saveReservations: (w) => [
    [
      [
        { lineId: w.id('line'), itemId: w.id('item'), placeId: w.id('place'), quantityMilli: 1_000n },
        { lineId: w.id('other line'), itemId: w.id('item'), placeId: w.id('place'), quantityMilli: 0n },
      ],
    ],
  ],
  listReservations: (w) => [[[w.id('line')]]],
}
