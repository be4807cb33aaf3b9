// SPDX-License-Identifier: Apache-2.0
import type * as destinations from '../../src/modules/destinations/destinations.repository.ts'
import type * as trade from '../../src/modules/market/trade.repository.ts'
import type { Samples, World } from './world.ts'

// Trade belongs to nobody: the same rows stand in every world.
const flow = { productCode: '9506', flow: 'import' as const, reporter: 'XAA', partner: 'W00' }

export const tradeSamples: Samples<typeof trade> = {
  saveFlows: (w) => [
    [[{ ...flow, year: 2025, valueUsd: 1000, weightKg: 100 }], { invented: true, runId: w.id('trade run') }],
  ],
  saveHeadings: () => [[[{ code: '9506', nameEn: 'Kites', nameUr: 'پتنگیں' }], true]],
  listFlows: () => [[{ heading: '9506', invented: true, home: ['ZZZ', '990'], world: ['W00', '0'] }]],
  findLastFlowYear: () => [[true]],
  listTradedHeadings: () => [[true]],
  findHeadings: () => [[['9506'], true]],
  searchHeadings: () => [[{ search: 'kite', invented: true, limit: 5 }]],
}

const choice = (w: World) => ({ subject: 'category' as const, key: w.word('kites'), heading: '9506' })

export const destinationSamples: Samples<typeof destinations> = {
  chooseHeadings: (w) => [[[choice(w)], { userId: w.userId, now: w.now }]],
  listHeadingChoices: () => [[]],
  removeHeadingChoice: (w) => [[choice(w)]],
}
