// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Sentence } from './outlook.ts'
import { Currency, Day, Empty, Id, Line, Maybe, MoneyAmount, OneOf, PageQuery, pageFields } from './primitives.ts'

const inPlan = '/api/v1/businesses/:business/plan'
const inList = '/api/v1/businesses/:business/purchase-list'
const AtBusiness = Type.Object(businessParam)

export const urgencies = ['now', 'soon', 'later', 'enough', 'count-first'] as const

/** What to buy of one item, and why. */
export const PlanLine = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: Type.String(),
  category: Maybe(Type.String()),
  urgency: OneOf(urgencies),
  /** 0 when nothing is to be ordered now. */
  orderQuantityMilli: Type.Integer(),
  orderBy: Maybe(Day),
  /** When stock runs out: expected, and the early end of the 80 % range. */
  runsOut: Maybe(Type.Object({ expected: Day, early: Day })),
  daysOfCover: Maybe(Type.Number()),
  leadTimeDays: Type.Integer(),
  packSizeMilli: Type.Integer(),
  minimumOrderMilli: Type.Integer(),
  serviceLevelPercent: Type.Number(),
  onHandMilli: Maybe(Type.Integer()),
  onOrderMilli: Type.Integer(),
  countedOn: Maybe(Day),
  /** Stock to have once the order is placed: what the order is measured against. */
  targetMilli: Type.Integer(),
  /** Pieces wanted until the order after this one arrives: mean, and the 10th, 50th and 90th of 100 cases. */
  demand: Type.Object({
    days: Type.Number(),
    mean: Type.Number(),
    p10: Type.Number(),
    p50: Type.Number(),
    p90: Type.Number(),
  }),
  /** Chance that stock runs out before an order placed today arrives. */
  stockOutChance: Maybe(Type.Number()),
  unitCost: Maybe(MoneyAmount),
  /** Cost of the order; an estimate from the selling price when `costEstimated`. */
  cost: Maybe(MoneyAmount),
  costEstimated: Type.Boolean(),
  why: Type.Array(Sentence),
  supplier: Maybe(Type.String()),
  /** Pieces of it on the purchase list. */
  listedMilli: Type.Integer(),
})

export const PlanSettings = Type.Object({
  leadTimeDays: Type.Integer({ minimum: 0, maximum: 400 }),
  reviewDays: Type.Integer({ minimum: 1, maximum: 120 }),
  serviceLevelPercent: Type.Number({ minimum: 50, maximum: 99.9 }),
})

export const BudgetPlan = Type.Object({
  budget: MoneyAmount,
  spent: MoneyAmount,
  chosen: Type.Array(
    Type.Object({
      itemId: Id,
      name: Type.String(),
      quantityMilli: Type.Integer(),
      cost: MoneyAmount,
      reason: Sentence,
    }),
  ),
  leftOut: Type.Integer(),
  leftOutCost: MoneyAmount,
})

export const PurchaseLine = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: Type.String(),
  quantityMilli: Type.Integer(),
  unit: Maybe(Type.String()),
  supplier: Maybe(Type.String()),
  cost: Maybe(MoneyAmount),
})

export const planEndpoints = {
  list: endpoint({
    id: 'plan.list',
    method: 'GET',
    path: inPlan,
    summary: 'What to buy and when, most urgent first.',
    access: 'plan.read',
    params: AtBusiness,
    query: Type.Object({
      ...PageQuery,
      search: Type.Optional(Line(100)),
      urgency: Type.Optional(OneOf(urgencies)),
    }),
    response: Type.Object({
      ...pageFields(PlanLine),
      today: Maybe(Day),
      settings: PlanSettings,
      /** Lines by urgency. */
      counts: Type.Record(Type.String(), Type.Integer()),
      toOrder: Type.Integer(),
      toOrderCost: MoneyAmount,
    }),
    status: 200,
  }),
  budget: endpoint({
    id: 'plan.budget',
    method: 'GET',
    path: `${inPlan}/budget`,
    summary: 'What to buy with so much money.',
    access: 'plan.read',
    params: AtBusiness,
    query: Type.Object({ minor: Type.String({ pattern: '^\\d{1,15}$' }) }),
    response: BudgetPlan,
    status: 200,
  }),
  changeSettings: endpoint({
    id: 'plan.changeSettings',
    method: 'PUT',
    path: `${inPlan}/settings`,
    summary: 'Lead time, time between orders and service level where an item names none of its own.',
    access: 'plan.write',
    params: AtBusiness,
    body: PlanSettings,
    response: PlanSettings,
    status: 200,
    example: { leadTimeDays: 21, reviewDays: 7, serviceLevelPercent: 95 },
  }),
  importStock: endpoint({
    id: 'plan.importStock',
    method: 'POST',
    path: `${inPlan}/stock`,
    summary: 'Stock on hand from a file: item code and quantity, and any of lead time, pack, minimum, cost, supplier.',
    access: 'plan.write',
    params: AtBusiness,
    body: 'bytes',
    response: Type.Object({
      matched: Type.Integer(),
      unknownCodes: Type.Array(Type.String()),
      bad: Type.Array(Type.Object({ recordNo: Type.Integer(), reason: Type.String() })),
    }),
    status: 200,
  }),
  file: endpoint({
    id: 'plan.file',
    method: 'GET',
    path: `${inPlan}.csv`,
    summary: 'The plan as a CSV.',
    access: 'plan.read',
    params: AtBusiness,
    response: 'bytes',
    status: 200,
  }),
  readList: endpoint({
    id: 'plan.readList',
    method: 'GET',
    path: inList,
    summary: 'The purchase list.',
    access: 'plan.read',
    params: AtBusiness,
    response: Type.Object({ items: Type.Array(PurchaseLine), currency: Currency }),
    status: 200,
  }),
  putOnList: endpoint({
    id: 'plan.putOnList',
    method: 'PUT',
    path: `${inList}/:item`,
    summary: 'Put so many pieces of an item on the purchase list; none takes it off.',
    access: 'plan.write',
    params: Type.Object({ ...businessParam, item: Id }),
    body: Type.Object({ quantityMilli: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }) }),
    response: Empty,
    status: 200,
    example: { quantityMilli: 240000 },
  }),
  clearList: endpoint({
    id: 'plan.clearList',
    method: 'DELETE',
    path: inList,
    summary: 'Empty the purchase list.',
    access: 'plan.write',
    params: AtBusiness,
    response: Empty,
    status: 200,
  }),
} as const
