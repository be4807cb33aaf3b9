// SPDX-License-Identifier: Apache-2.0
import type * as buying from '../../src/modules/buying/buying.repository.ts'
import type * as supply from '../../src/modules/documents/supply.repository.ts'
import type { Samples } from './world.ts'

export const supplySamples: Samples<typeof supply> = {
  listOnOrder: (w) => [[null], [[w.id('item')]]],
  listOpenToReceive: (w) => [[w.id('document')]],
  listLeadDays: (w) => [[null], [[w.id('item')]]],
}

export const buyingSamples: Samples<typeof buying> = {
  insertLanded: (w) => [
    [
      {
        id: w.id('freight'),
        receiptId: w.id('document'),
        kind: 'freight',
        amountMinor: '5000',
        spreadBy: 'value',
        soldMinor: '0',
        note: w.word('truck'),
        clientId: w.id('freight on the phone'),
        madeAt: w.now,
        madeBy: w.userId,
      },
    ],
  ],
  listLanded: (w) => [[{ receiptId: w.id('document') }], [{ clientId: w.id('freight on the phone') }]],
  findSuppliers: (w) => [[[w.word('supplier')]]],
  markSuppliers: (w) => [[[w.id('customer')]]],
}
