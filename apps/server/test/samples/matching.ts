// SPDX-License-Identifier: Apache-2.0
import type * as matching from '../../src/modules/matching/matching.repository.ts'
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
  listConfirmations: () => [[10]],
  forgetMatch: (w) => [[w.id('bank line')]],
}
