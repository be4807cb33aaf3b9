// SPDX-License-Identifier: Apache-2.0
import type * as counter from '../../src/modules/counter/counter.repository.ts'
import type { Samples, World } from './world.ts'

const sale = (w: World) => ({
  clientId: w.id('counter sale'),
  soldAt: '2026-11-20T10:00:00.000Z',
  lines: [{ itemId: null, name: w.word('kite'), quantityMilli: 1000, price: { thousandths: '1000', currency: 'XTS' } }],
  total: { minor: '1', currency: 'XTS' },
})
const at = new Date('2026-11-20T10:00:00Z')

export const counterSamples: Samples<typeof counter> = {
  insertSale: (w) => [
    [{ clientId: w.id('counter sale'), receivedAt: at, phoneSoldAt: at, soldAt: at, sale: sale(w), madeBy: null }],
  ],
  lockSale: (w) => [[w.id('counter sale')]],
  settleSale: (w) => [
    [w.id('counter sale'), { state: 'waiting', documentId: null, notes: [], problem: { code: 'x', details: {} } }],
  ],
  listSales: () => [[20]],
}
