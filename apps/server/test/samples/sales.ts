// SPDX-License-Identifier: Apache-2.0
import { toDayNumber } from '@resham/base'
import type * as sales from '../../src/modules/sales/sales.repository.ts'
import type { Samples, World } from './world.ts'

const line = (w: World) => ({
  id: w.id('line'),
  recordNo: 2,
  document: w.word('invoice'),
  day: toDayNumber(w.day),
  minuteOfDay: 615,
  itemId: w.id('item'),
  customerId: w.id('customer'),
  country: w.word('country'),
  channel: w.word('channel'),
  kind: 'sale' as const,
  ruleId: 'goods',
  quantityMilli: 3_000,
  netMinor: 41_250,
  currency: 'XTS',
})

export const saleSamples: Samples<typeof sales> = {
  insertLines: (w) => [
    [w.id('import'), [line(w)], 'keep'],
    [w.id('import'), [line(w)], 'reclassify'],
  ],
  addToDays: (w) => [[[w.id('line')]]],
  listLastPrices: (w) => [[[w.id('item')]]],
  rebuildDays: (w) => [[[toDayNumber(w.day)]]],
  listDaysOfImport: (w) => [[w.id('import')]],
  findBooksSpan: () => [[]],
  countLinesByKind: (w) => [[w.id('import')]],
  listItemFacts: () => [[]],
  listFactsOfItems: (w) => [[[w.id('item')]]],
  listGroupFacts: () => [['customer'], ['business']],
  listSoldSince: (w) => [[[{ itemId: w.id('item'), day: w.day }]]],
  deleteLinesOfImport: (w) => [[w.id('import')]],
}
