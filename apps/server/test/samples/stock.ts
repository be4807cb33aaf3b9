// SPDX-License-Identifier: Apache-2.0
import type * as counts from '../../src/modules/stock/counts.repository.ts'
import type * as papers from '../../src/modules/stock/papers.repository.ts'
import type * as places from '../../src/modules/stock/places.repository.ts'
import type * as reservations from '../../src/modules/stock/reservations.repository.ts'
import type * as stock from '../../src/modules/stock/stock.repository.ts'
import type { MoveRecord } from '../../src/modules/stock/stock.types.ts'
import type * as list from '../../src/modules/stock/stock-list.repository.ts'
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
  listArrivals: (w) => [[w.id('receipt')]],
  listFreeOf: (w) => [[[w.id('item')]]],
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

export const paperSamples: Samples<typeof papers> = {
  insertPaper: (w) => [
    [
      {
        id: w.id('transfer'),
        kind: 'transfer',
        state: 'on-the-way',
        placeId: w.id('place'),
        toPlaceId: w.id('store'),
        day: w.day,
        reason: null,
        note: w.word('note'),
        clientId: w.id('transfer on the phone'),
        madeAt: w.now,
        madeBy: w.userId,
      },
    ],
  ],
  keepLot: (w) => [[{ id: w.id('lot'), itemId: w.id('item'), code: w.word('lot'), expiresOn: w.day }]],
  setWantsLots: (w) => [
    [w.id('another item'), true],
    [w.id('item'), true],
    [w.id('another item'), false],
  ],
  findPaper: (w) => [[w.id('transfer')]],
  listOnTheWay: () => [[]],
  listPaperLines: (w) => [[[w.id('transfer')]]],
  markArrived: (w) => [[w.id('transfer'), 1]],
}

export const stockListSamples: Samples<typeof list> = {
  listStock: (w) => [
    [{ only: null, isBelowZero: false, expires: null, limit: 10 }],
    [
      {
        search: 'kite',
        only: [w.id('item')],
        isBelowZero: true,
        expires: w.day,
        after: { name: '', id: w.id('nobody') },
        limit: 10,
      },
    ],
  ],
  listFree: () => [[]],
  summariseStock: (w) => [[w.day]],
  findItemStock: (w) => [[w.id('item')]],
  listMoves: (w) => [
    [{ itemId: w.id('item'), limit: 10 }],
    [{ itemId: w.id('item'), before: w.id('move'), limit: 10 }],
  ],
}

export const countSamples: Samples<typeof counts> = {
  insertCount: (w) => [
    [
      {
        id: w.id('count'),
        placeId: w.id('place'),
        category: w.word('kites'),
        isBlind: true,
        madeAt: w.now,
        madeBy: w.userId,
        clientId: w.id('count on the phone'),
      },
    ],
  ],
  insertEntry: (w) => [
    [
      w.id('count'),
      {
        id: w.id('heap'),
        itemId: w.id('item'),
        lotId: null,
        quantityMilli: '3000',
        expectedMilli: '4000',
        countedAt: w.now,
        countedBy: w.userId,
        clientId: w.id('heap on the phone'),
      },
    ],
  ],
  saveDecision: (w) => [
    [w.id('count'), { itemId: w.id('item'), lotId: null, quantityMilli: '3000', decidedBy: w.userId }],
  ],
  holdCount: (w) => [[w.id('count')]],
  listCounts: () => [[]],
  findCount: (w) => [[w.id('count')]],
  findCountable: (w) => [[{ itemId: w.id('item'), code: null }], [{ itemId: null, code: w.word('code') }]],
  expectedAt: (w) => [[{ itemId: w.id('item'), lotId: null, placeId: w.id('place'), at: w.now }]],
  listEntries: (w) => [
    [w.id('count'), { limit: 10 }],
    [w.id('count'), { limit: 1, id: w.id('heap') }],
  ],
  listDecisions: (w) => [[w.id('count')]],
  listNotCounted: (w) => [[{ id: w.id('count'), placeId: w.id('place'), category: null }]],
  listWorth: (w) => [[[w.id('item')]]],
  listCategories: () => [[]],
  takeBackEntry: (w) => [[w.id('count'), w.id('heap'), w.now]],
  endCount: (w) => [[w.id('count'), { state: 'posted', version: 1, at: w.now }]],
}
