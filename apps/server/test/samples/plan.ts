// SPDX-License-Identifier: Apache-2.0
import { toDayNumber } from '@resham/base'
import { PlanLine } from '@resham/contract'
import type { ItemDemand } from '@resham/planning'
import type * as plan from '../../src/modules/plan/plan.repository.ts'
import { exampleOf } from '../valid-input.ts'
import type { Samples, World } from './world.ts'

const demand = (w: World): ItemDemand => ({
  kind: 'demand',
  version: 1,
  basis: 'average',
  model: w.word('model'),
  weeks: 20,
  daily: 2,
  horizons: [7, 28],
  means: [14, 56],
  probabilities: [0.1, 0.5, 0.9],
  quantiles: [
    [8, 14, 20],
    [40, 56, 72],
  ],
  price: 1_250,
})

const record = (w: World): plan.PlanRecord => ({
  itemId: w.id('item'),
  urgency: 0,
  demand: { today: toDayNumber(w.day), demand: demand(w) },
  line: {
    ...(exampleOf(PlanLine, { text: w.word('words'), items: 1 }) as plan.PlanRecord['line']),
    itemId: w.id('item'),
    orderQuantityMilli: 24_000,
  },
})

export const planSamples: Samples<typeof plan> = {
  replacePlan: (w) => [[[record(w)]]],
  putLines: (w) => [[[record(w)]]],
  savePlanSettings: () => [[{ leadTimeDays: 21, reviewDays: 7, serviceLevelPercent: 95 }]],
  putOnList: (w) => [
    [w.id('item'), 0, w.userId],
    [w.id('item'), 24_000, w.userId],
  ],
  listDemands: (w) => [[null], [[w.id('item')]]],
  findPlanDay: () => [[]],
  listLines: () => [[{ offset: 0, limit: 10 }], [{ search: 'kite', urgency: 'now', offset: 0, limit: 10 }]],
  summarise: () => [[]],
  findPlanSettings: () => [[]],
  listPurchases: () => [[]],
  clearList: () => [[]],
}
