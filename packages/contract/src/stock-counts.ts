// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Day, Empty, Id, Instant, Line, Maybe, MoneyAmount, OneOf } from './primitives.ts'

const inCounts = '/api/v1/businesses/:business/stock/counts'
const AtBusiness = Type.Object(businessParam)
const AtCount = Type.Object({ ...businessParam, count: Id })
const Version = Type.Integer({ minimum: 1 })
const Counted = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })

/** A count of stock: who counts what is at a place, until it is posted. */
export const StockCount = Type.Object({
  id: Id,
  state: OneOf(['open', 'posted', 'cancelled']),
  placeId: Id,
  place: Type.String(),
  category: Maybe(Type.String()),
  /** True: who counts does not see what the books say. */
  isBlind: Type.Boolean(),
  version: Type.Integer(),
  madeAt: Instant,
  /** Items that somebody counted. */
  counted: Type.Integer(),
})

/** One heap that somebody counted. */
export const CountEntry = Type.Object({
  id: Id,
  itemId: Id,
  code: Type.String(),
  name: Type.String(),
  unit: Maybe(Type.String()),
  lotId: Maybe(Id),
  lot: Maybe(Type.String()),
  quantityMilli: Type.Integer(),
  /** What the books had then; null while the count is blind. */
  expectedMilli: Maybe(Type.Integer()),
  countedAt: Instant,
  isMine: Type.Boolean(),
})

/** What was counted of one item, or of one lot of it, against what the books had at that moment. */
export const CountRow = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: Type.String(),
  unit: Maybe(Type.String()),
  lotId: Maybe(Id),
  lot: Maybe(Type.String()),
  countedMilli: Type.Integer(),
  expectedMilli: Type.Integer(),
  differenceMilli: Type.Integer(),
  value: MoneyAmount,
  /** What each person counted, the reader first; more than one of them: somebody must say which holds. */
  people: Type.Array(Type.Object({ isMine: Type.Boolean(), quantityMilli: Type.Integer() })),
  needsDecision: Type.Boolean(),
})

export const stockCountEndpoints = {
  list: endpoint({
    id: 'stockCounts.list',
    method: 'GET',
    path: inCounts,
    summary: 'Counts of stock, newest first.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({ items: Type.Array(StockCount), categories: Type.Array(Type.String()) }),
    status: 200,
  }),
  start: endpoint({
    id: 'stockCounts.start',
    method: 'POST',
    path: inCounts,
    summary: 'Begin to count a place, or one category there.',
    access: 'stock.write',
    params: AtBusiness,
    body: Type.Object({
      clientId: Type.Optional(Id),
      placeId: Type.Optional(Maybe(Id)),
      category: Type.Optional(Maybe(Line(80))),
      isBlind: Type.Boolean(),
    }),
    response: StockCount,
    status: 201,
    example: { isBlind: true },
  }),
  read: endpoint({
    id: 'stockCounts.read',
    method: 'GET',
    path: `${inCounts}/:count`,
    summary: 'A count, and what was counted last.',
    access: 'stock.write',
    params: AtCount,
    response: Type.Object({ count: StockCount, entries: Type.Array(CountEntry), notCounted: Type.Integer() }),
    status: 200,
  }),
  enter: endpoint({
    id: 'stockCounts.enter',
    method: 'POST',
    path: `${inCounts}/:count/entries`,
    summary: 'One heap that was counted: of an item by its id, or by the code on it.',
    access: 'stock.write',
    params: AtCount,
    body: Type.Object({
      /** Made on the phone: handed in twice it counts once. */
      clientId: Type.Optional(Id),
      itemId: Type.Optional(Id),
      code: Type.Optional(Line(80)),
      lotId: Type.Optional(Maybe(Id)),
      lotCode: Type.Optional(Maybe(Line(60))),
      expiresOn: Type.Optional(Maybe(Day)),
      quantityMilli: Counted,
      /** When it was counted, on a phone without a line; absent or ahead of our clock: now. */
      countedAt: Type.Optional(Instant),
    }),
    response: CountEntry,
    status: 201,
    example: { code: '12345678', quantityMilli: 12000 },
  }),
  takeBack: endpoint({
    id: 'stockCounts.takeBack',
    method: 'DELETE',
    path: `${inCounts}/:count/entries/:entry`,
    summary: 'Take back a heap that was miscounted.',
    access: 'stock.write',
    params: Type.Object({ ...businessParam, count: Id, entry: Id }),
    response: Empty,
    status: 200,
  }),
  review: endpoint({
    id: 'stockCounts.review',
    method: 'GET',
    path: `${inCounts}/:count/review`,
    summary: 'What differs from the books, with its worth; what nobody counted.',
    access: 'stock.write',
    params: AtCount,
    response: Type.Object({
      count: StockCount,
      rows: Type.Array(CountRow),
      differenceValue: MoneyAmount,
      notCounted: Type.Array(
        Type.Object({ itemId: Id, name: Type.String(), unit: Maybe(Type.String()), expectedMilli: Type.Integer() }),
      ),
    }),
    status: 200,
  }),
  decide: endpoint({
    id: 'stockCounts.decide',
    method: 'PUT',
    path: `${inCounts}/:count/decisions/:item`,
    summary: 'Say what holds where two people counted the same.',
    access: 'stock.write',
    params: Type.Object({ ...businessParam, count: Id, item: Id }),
    body: Type.Object({ quantityMilli: Counted, lotId: Type.Optional(Maybe(Id)) }),
    response: Empty,
    status: 200,
    example: { quantityMilli: 12000 },
  }),
  post: endpoint({
    id: 'stockCounts.post',
    method: 'POST',
    path: `${inCounts}/:count/posting`,
    summary: 'Put the books right by the count.',
    access: 'stock.write',
    params: AtCount,
    body: Type.Object({ version: Version, notCounted: OneOf(['leave', 'zero']) }),
    response: StockCount,
    status: 200,
    example: { version: 1, notCounted: 'leave' },
  }),
  cancel: endpoint({
    id: 'stockCounts.cancel',
    method: 'POST',
    path: `${inCounts}/:count/cancellation`,
    summary: 'Give a count up; nothing changes.',
    access: 'stock.write',
    params: AtCount,
    body: Type.Object({ version: Version }),
    response: StockCount,
    status: 200,
    example: { version: 1 },
  }),
} as const
