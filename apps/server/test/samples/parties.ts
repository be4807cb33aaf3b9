// SPDX-License-Identifier: Apache-2.0
import type * as parties from '../../src/modules/parties/parties.repository.ts'
import type { Samples, World } from './world.ts'

const party = (w: World) => ({
  name: w.word('traders'),
  isCustomer: true,
  isSupplier: true,
  phone: '+923001234567',
  email: 'traders@example.org',
  address: { line1: w.word('lane'), city: w.word('city') },
  taxNumber: w.word('number'),
  registration: null,
  termsDays: 30,
  creditLimitMinor: 500_000n,
  currency: 'XTS',
  language: 'ur' as const,
  priceListId: null,
  leadTimeDays: 14,
  note: w.word('note'),
})

export const partySamples: Samples<typeof parties> = {
  upsertCustomers: (w) => [[[{ id: w.id('customer'), code: w.word('code'), name: w.word('customer') }]]],
  insertParty: (w) => [[w.id('party'), w.word('party code'), party(w)]],
  updateParty: (w) => [[w.id('party'), 1, { ...party(w), termsDays: 15 }]],
  listPartyNames: () => [[]],
  listPartyMarks: () => [[]],
  listParties: (w) => [
    [{ limit: 10 }],
    [{ search: 'traders', side: 'supplier', after: { name: '', id: w.id('nobody') }, limit: 10 }],
  ],
  mergeParty: (w) => [[{ keptId: w.id('party'), goneId: w.id('customer') }]],
  unmergeParty: (w) => [
    [{ keptId: w.id('party'), goneId: w.id('customer'), before: { isCustomer: true, isSupplier: true } }],
  ],
  findParty: (w) => [[w.id('party')]],
  findStandingParty: (w) => [[w.id('party')]],
  holdParties: (w) => [[[w.id('party')]]],
  listPartiesById: (w) => [[[w.id('party')]]],
}
