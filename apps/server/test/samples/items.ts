// SPDX-License-Identifier: Apache-2.0
import type * as items from '../../src/modules/items/items.repository.ts'
import type { Samples } from './world.ts'

export const itemSamples: Samples<typeof items> = {
  upsertItems: (w) => [
    [
      [
        {
          id: w.id('item'),
          code: w.word('code'),
          name: w.word('kite'),
          namedBySale: true,
          category: w.word('kites'),
          firstDay: w.day,
          lastDay: w.day,
        },
        {
          id: w.id('another item'),
          code: w.word('another code'),
          name: w.word('reel'),
          namedBySale: false,
          category: null,
          firstDay: w.day,
          lastDay: w.day,
        },
      ],
    ],
  ],
  saveSupplies: (w) => [
    [
      [
        {
          itemId: w.id('item'),
          supply: {
            leadTimeDays: 14,
            packSizeMilli: 12_000,
            minimumOrderMilli: 24_000,
            serviceLevelPercent: 95,
            onHandMilli: 3_000,
            onOrderMilli: null,
            unitCostMinor: 1_250n,
            supplier: w.word('supplier'),
            countedOn: w.day,
          },
        },
      ],
    ],
  ],
  changeItem: (w) => [[w.id('item'), { name: w.word('big kite'), unit: 'pair', barcode: w.word('bars') }]],
  listItems: (w) => [
    [{ limit: 10 }],
    [{ search: 'kite', category: w.word('kites'), after: { name: '', id: w.id('nobody') }, limit: 10 }],
  ],
  findItem: (w) => [[w.id('item')]],
  listAllItems: () => [[]],
  listItemsById: (w) => [[[w.id('item')]]],
  findItemIds: (w) => [[[w.word('code')]]],
  findItemIdsByName: (w) => [[[w.word('name')]]],
  listItemNames: () => [[]],
}
