// SPDX-License-Identifier: Apache-2.0
import type * as items from '../../src/modules/items/items.repository.ts'
import type * as photos from '../../src/modules/items/photos.repository.ts'
import type { Samples, World } from './world.ts'

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
  createItems: (w) => [
    [
      [
        {
          id: w.id('variant'),
          code: w.word('variant code'),
          name: w.word('red kite'),
          category: w.word('kites'),
          unit: 'piece',
          barcode: null,
          variantOf: w.id('item'),
          options: { colour: w.word('red') },
        },
      ],
    ],
  ],
  changeItem: (w) => [
    [w.id('item'), { name: w.word('big kite'), unit: 'pair', barcode: w.word('bars') }, null],
    [w.id('item'), { descriptions: { en: w.word('flies high') }, weightGrams: 120 }, 2],
  ],
  listVariants: (w) => [[w.id('item'), 'XTS']],
  findBarcodeOwner: (w) => [
    [w.word('bars'), null],
    [w.word('bars'), w.id('item')],
  ],
  listItems: (w) => [
    ['XTS', { limit: 10 }],
    ['XTS', { search: 'kite', category: w.word('kites'), after: { name: '', id: w.id('nobody') }, limit: 10 }],
  ],
  findItem: (w) => [[w.id('item'), 'XTS']],
  listAllItems: () => [[]],
  listItemsById: (w) => [[[w.id('item')]]],
  findItemIds: (w) => [[[w.word('code')]]],
  findItemIdsByName: (w) => [[[w.word('name')]]],
  listItemNames: () => [[]],
  listItemMarks: () => [[]],
  archiveItem: (w) => [[w.id('item'), w.now]],
  unarchiveItem: (w) => [[w.id('item')]],
}

const files = (w: World) => {
  const hash = w.word('hash')
  return { 'thumb.webp': hash, 'page.avif': hash, 'page.webp': hash, 'full.webp': hash }
}

export const photoSamples: Samples<typeof photos> = {
  addPhoto: (w) => [
    [w.id('item'), { id: w.id('photo'), width: 800, height: 600, files: files(w), says: w.word('picture') }, w.now],
  ],
  describePhoto: (w) => [[w.id('item'), w.id('photo'), w.word('a kite in the sky')]],
  putPhotoFirst: (w) => [[w.id('item'), w.id('photo')]],
  listPhotos: (w) => [[w.id('item')]],
  findPhoto: (w) => [[w.id('item'), w.id('photo')]],
  listUsedFiles: (w) => [[[w.word('hash')]]],
  removePhoto: (w) => [[w.id('item'), w.id('another photo')]],
}
