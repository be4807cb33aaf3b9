// SPDX-License-Identifier: Apache-2.0
import type * as rates from '../../src/modules/rates/rates.repository.ts'
import type { Samples, World } from './world.ts'

const rate = (w: World) => ({
  ...{ currency: 'USD', day: w.day, rate: '281.5', source: 'typed', reason: w.word('reason') },
  ...{ madeAt: w.now, madeBy: w.userId },
})

export const rateSamples: Samples<typeof rates> = {
  saveRates: (w) => [
    [[rate(w)], { overTyped: true }],
    [[rate(w)], { overTyped: false }],
  ],
  findRateBy: (w) => [['USD', w.day]],
  findRateAfter: (w) => [['USD', w.day]],
  listLatestRates: () => [[]],
  listRates: (w) => [[{ currency: 'USD', limit: 10 }], [{ currency: 'USD', before: w.day, limit: 10 }]],
  listRatesBetween: (w) => [['USD', w.day, w.day]],
}
