// SPDX-License-Identifier: Apache-2.0
import type * as outlook from '../../src/modules/outlook/outlook.repository.ts'
import type { Samples, World } from './world.ts'

const trend = (w: World) =>
  ({
    subject: 'item',
    brief: {
      key: w.id('item'),
      name: w.word('kite'),
      code: w.word('code'),
      category: w.word('kites'),
      rank: 1,
      rankChange: null,
      abc: 'A',
      xyz: 'Y',
      status: 'steady',
      net30: { minor: '41250', currency: 'XTS' },
      quantity30Milli: 3_000,
      growth: 0.12,
      spark: [1, 2, 3],
    },
    story: { said: w.word('story') },
  }) as unknown as outlook.TrendRecord

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
        today: { said: w.word('today') } as never,
      },
    ],
  ],
  replaceTrends: (w) => [[[trend(w)]]],
  findOutlook: () => [[]],
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
