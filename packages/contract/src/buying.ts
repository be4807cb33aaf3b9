// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { DocumentBrief } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { Day, Id, Line, Maybe, MoneyAmount, OneOf } from './primitives.ts'

const inBuying = '/api/v1/businesses/:business/buying'
const AtBusiness = Type.Object(businessParam)
const AtReceipt = Type.Object({ ...businessParam, receipt: Id })

export const landedKinds = ['freight', 'duty', 'insurance', 'other'] as const
export const spreadWays = ['value', 'weight', 'quantity'] as const

/** What getting goods here cost besides their price. */
const LandedCost = Type.Object({
  id: Id,
  kind: OneOf(landedKinds),
  amount: MoneyAmount,
  spreadBy: OneOf(spreadWays),
  /** Of the amount, what came too late for goods that were gone: it belongs to the cost of sales. */
  sold: MoneyAmount,
  note: Maybe(Type.String()),
})

export const buyingEndpoints = {
  orderFromList: endpoint({
    id: 'buying.orderFromList',
    method: 'POST',
    path: `${inBuying}/orders`,
    summary: 'Purchase orders from the purchase list, one for each supplier; the list is empty afterwards.',
    access: 'buy.write',
    params: AtBusiness,
    body: Type.Object({
      /** Made on the phone: handed in twice they are ordered once. */
      clientId: Type.Optional(Id),
    }),
    response: Type.Object({ orders: Type.Array(DocumentBrief) }),
    status: 201,
    example: {},
  }),
  receive: endpoint({
    id: 'buying.receive',
    method: 'POST',
    path: `${inBuying}/orders/:order/receipts`,
    summary: 'What arrived of a purchase order: all of it, some, or more than was ordered.',
    access: 'buy.write',
    params: Type.Object({ ...businessParam, order: Id }),
    body: Type.Object({
      /** Made on the phone: handed in twice it arrived once. */
      clientId: Type.Optional(Id),
      version: Type.Integer({ minimum: 1 }),
      day: Type.Optional(Day),
      placeId: Type.Optional(Id),
      /** True where a person said that far more than ordered is right. */
      isConfirmed: Type.Optional(Type.Boolean()),
      lines: Type.Array(
        Type.Object({
          lineId: Id,
          quantityMilli: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }),
          lotCode: Type.Optional(Maybe(Line(60))),
          expiresOn: Type.Optional(Maybe(Day)),
        }),
        { minItems: 1, maxItems: 1000 },
      ),
    }),
    response: Type.Object({
      order: DocumentBrief,
      receipt: DocumentBrief,
      /** Lines of which more came than was ordered. */
      over: Type.Array(
        Type.Object({ description: Type.String(), orderedMilli: Type.Integer(), cameMilli: Type.Integer() }),
      ),
    }),
    status: 201,
  }),
  addCost: endpoint({
    id: 'buying.addCost',
    method: 'POST',
    path: `${inBuying}/receipts/:receipt/costs`,
    summary: 'Freight, duty and the like of an arrival, spread over its goods by value, weight or quantity.',
    access: 'buy.write',
    params: AtReceipt,
    body: Type.Object({
      clientId: Type.Optional(Id),
      kind: OneOf(landedKinds),
      amount: MoneyAmount,
      spreadBy: OneOf(spreadWays),
      note: Type.Optional(Maybe(Line(300))),
    }),
    response: LandedCost,
    status: 201,
  }),
  costs: endpoint({
    id: 'buying.costs',
    method: 'GET',
    path: `${inBuying}/receipts/:receipt/costs`,
    summary: 'What getting an arrival here cost besides its price.',
    access: 'books.read',
    params: AtReceipt,
    response: Type.Object({ items: Type.Array(LandedCost) }),
    status: 200,
  }),
  leadTime: endpoint({
    id: 'buying.leadTime',
    method: 'GET',
    path: `${inBuying}/items/:item/lead-time`,
    summary: 'How long an item takes from order to arrival, learnt from what arrived.',
    access: 'books.read',
    params: Type.Object({ ...businessParam, item: Id }),
    response: Type.Object({
      /** Null: fewer than 3 arrivals. */
      learnt: Maybe(
        Type.Object({
          medianDays: Type.Integer(),
          fromDays: Type.Integer(),
          toDays: Type.Integer(),
          receipts: Type.Integer(),
        }),
      ),
      onOrderMilli: Type.Integer(),
    }),
    status: 200,
  }),
} as const
