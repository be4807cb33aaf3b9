// SPDX-License-Identifier: Apache-2.0
import { Today, TrendBrief, TrendStory } from '@resham/contract'
import type { KeptChart, KeptStory, KeptToday } from '../../src/modules/outlook/outlook.mapping.ts'
import type * as outlook from '../../src/modules/outlook/outlook.repository.ts'
import { exampleOf } from '../valid-input.ts'
import type { Samples, World } from './world.ts'

const own = (w: World) => ({ text: w.word('words'), items: 1 })
const chart: KeptChart = {
  unit: 'money',
  past: { from: 20_000, values: [3, 4] },
  next: { from: 20_014, mean: [4], lo: [2], hi: [6], model: 'theta' },
  marks: [1],
}
const trend = (w: World): outlook.TrendRecord => {
  const brief = { ...(exampleOf(TrendBrief, own(w)) as outlook.TrendRecord['brief']), key: w.id('item') }
  return { subject: 'item', brief, story: { ...(exampleOf(TrendStory, own(w)) as KeptStory), chart } }
}

export const outlookSamples: Samples<typeof outlook> = {
  saveOutlook: (w) => [
    [
      {
        throughDay: w.day,
        madeAt: w.now,
        engine: 'planning',
        engineVersion: '1',
        seed: 7,
        inputHash: w.word('books'),
        today: { ...(exampleOf(Today, own(w)) as KeptToday), chart },
      },
    ],
  ],
  replaceTrends: (w) => [[[trend(w)]]],
  findOutlook: () => [[]],
  findSalesAhead: () => [[]],
  findProvenance: () => [[]],
  listTrends: (w) => [
    ['item', { sort: 'rank', offset: 0, limit: 10 }],
    [
      'item',
      {
        search: 'kite',
        abc: 'A',
        xyz: 'Y',
        status: 'steady',
        category: w.word('kites'),
        sort: 'rising',
        offset: 0,
        limit: 10,
      },
    ],
  ],
  findTrend: (w) => [['item', w.id('item')]],
}
