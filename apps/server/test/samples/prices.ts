// SPDX-License-Identifier: Apache-2.0
import type * as prices from '../../src/modules/items/prices.repository.ts'
import type { Samples } from './world.ts'

export const priceSamples: Samples<typeof prices> = {
  createPriceList: (w) => [[{ id: w.id('price list'), name: w.word('prices'), currency: 'PKR' }]],
  renamePriceList: (w) => [[w.id('price list'), w.word('wholesale')]],
  makeDefault: (w) => [[w.id('price list'), 'PKR']],
  findDefaultList: () => [['PKR']],
  lockPriceList: (w) => [[w.id('price list')]],
  replacePrices: (w) => [
    [w.id('price list'), w.id('item'), [{ fromQuantityMilli: 0, priceThousandths: 125_000_000n }]],
  ],
  listPriceLists: () => [[]],
  listListedItems: (w) => [
    [w.id('price list'), { limit: 10 }],
    [w.id('price list'), { search: 'kite', after: { name: '', id: w.id('nobody') }, limit: 10 }],
  ],
  findPrices: (w) => [
    [[{ itemId: w.id('item'), quantityMilli: 12_000n }], 'PKR', w.id('price list')],
    [[{ itemId: w.id('item'), quantityMilli: 12_000n }], 'PKR', null],
  ],
}
