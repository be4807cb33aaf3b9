// SPDX-License-Identifier: Apache-2.0

import type * as moveParty from '../../src/modules/documents/move-party.repository.ts'
import type * as matching from '../../src/modules/matching/matching.repository.ts'
import type * as tidy from '../../src/modules/tidy/tidy.repository.ts'
import type { Samples } from './world.ts'

export const matchingSamples: Samples<typeof matching> = {
  rememberMatch: (w) => [
    [
      {
        lineId: w.id('bank line'),
        direction: 'in',
        payer: w.word('payer'),
        narrative: w.word('narrative'),
        paid: { partyId: w.id('party'), documents: 1, delayDays: 3, deduction: null, isPart: false },
        paymentId: null,
        settlementIds: [],
        madeAt: w.now,
        madeBy: w.userId,
      },
    ],
  ],
  findMatch: (w) => [[w.id('bank line')]],
  isFromStatement: (w) => [[w.id('payment')]],
  listConfirmations: () => [[10]],
  // A line of which nothing was said: what was said of the other is looked for afterwards.
  forgetMatch: (w) => [[w.id('nothing')]],
}

export const movePartySamples: Samples<typeof moveParty> = {
  moveToParty: (w) => [
    [w.id('party'), w.id('party')],
    [w.id('party'), w.id('party'), { documents: [w.id('nothing')], payments: [] }],
  ],
}

export const tidySamples: Samples<typeof tidy> = {
  insertMerge: (w) => [
    [
      {
        id: w.id('merge'),
        keptId: w.id('party'),
        goneId: w.id('customer'),
        kind: 'party',
        moved: { documents: [], payments: [], before: { isCustomer: true, isSupplier: false } },
        madeAt: w.now,
        madeBy: w.userId,
      },
    ],
  ],
  findMerge: (w) => [[w.id('merge')]],
  listMerges: () => [[5]],
  markUndone: (w) => [[w.id('merge'), w.now]],
  insertApart: (w) => [
    [
      { kind: 'item', a: w.id('item'), b: w.id('nothing') },
      { at: w.now, by: w.userId },
    ],
  ],
  listApart: () => [[]],
}
