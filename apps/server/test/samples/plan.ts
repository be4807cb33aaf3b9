// SPDX-License-Identifier: Apache-2.0
import type * as plan from '../../src/modules/plan/plan.repository.ts'
import type { Samples, World } from './world.ts'

const record = (w: World) =>
  ({
    itemId: w.id('item'),
    urgency: 0,
    demand: { said: w.word('demand') },
    line: {
      itemId: w.id('item'),
      code: w.word('code'),
      name: w.word('kite'),
      urgency: 'now',
      orderQuantityMilli: 24_000,
      cost: { minor: '30000', currency: 'XTS' },
    },
  }) as unknown as plan.PlanRecord

export const planSamples: Samples<typeof plan> = {
  replacePlan: (w) => [[[record(w)]]],
  putLines: (w) => [[[record(w)]]],
  savePlanSettings: () => [[{ leadTimeDays: 21, reviewDays: 7, serviceLevelPercent: 95 }]],
  putOnList: (w) => [
    [w.id('item'), 0, w.userId],
    [w.id('item'), 24_000, w.userId],
  ],
  listDemands: (w) => [[null], [[w.id('item')]]],
  findAnyDemand: () => [[]],
  listLines: () => [[{ offset: 0, limit: 10 }], [{ search: 'kite', urgency: 'now', offset: 0, limit: 10 }]],
  summarise: () => [[]],
  findPlanSettings: () => [[]],
  listPurchases: () => [[]],
  clearList: () => [[]],
}
