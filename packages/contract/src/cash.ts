// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Day, DeclinedReply, Id, Maybe, MoneyAmount, OneOf } from './primitives.ts'

const Minor = Type.String({ pattern: '^-?\\d{1,18}$', examples: ['500000'] })

const CashWeek = Type.Object({
  from: Day,
  to: Day,
  fromInvoices: MoneyAmount,
  fromSales: MoneyAmount,
  bills: MoneyAmount,
  orders: MoneyAmount,
  /** At the end of the week: expected, and the band in which it falls 8 times of 10. */
  balance: MoneyAmount,
  low: MoneyAmount,
  high: MoneyAmount,
  /** Chance of falling below the floor within the week. */
  chanceBelow: Type.Number(),
})

/** Something that closes a gap: an invoice to ask for, a purchase that waits. */
const Remedy = Type.Object({
  kind: OneOf(['chase', 'wait'] as const),
  documentId: Id,
  number: Maybe(Type.String()),
  party: Maybe(Type.String()),
  amount: MoneyAmount,
  dueDay: Day,
  /** Until when a purchase waits. */
  until: Maybe(Day),
})

/** Expected money by week. */
export const CashOutlook = Type.Object({
  kind: Type.Literal('cash'),
  weeks: Type.Array(CashWeek),
  gap: Maybe(
    Type.Object({
      from: Day,
      to: Day,
      chance: Type.Number(),
      short: MoneyAmount,
      remedies: Type.Array(Remedy),
      stillShort: MoneyAmount,
    }),
  ),
  habits: Type.Array(
    Type.Object({ party: Type.String(), paid: Type.Integer(), typicalDays: Type.Integer(), open: MoneyAmount }),
  ),
  learntFrom: Type.Integer(),
  engine: Type.String(),
  version: Type.String(),
  seed: Type.Integer(),
})

export const cashEndpoints = {
  outlook: endpoint({
    id: 'cash.outlook',
    method: 'GET',
    path: '/api/v1/businesses/:business/cash-outlook',
    summary: 'Expected money by week, twelve weeks ahead, with a warning before a gap and what would close it.',
    access: 'money.read',
    params: Type.Object(businessParam),
    query: Type.Object({
      /** What is there now; left out: what statements and payments say. */
      openingMinor: Type.Optional(Minor),
      /** What should always be there; left out: nothing. */
      floorMinor: Type.Optional(Minor),
    }),
    response: Type.Object({
      today: Day,
      opening: MoneyAmount,
      /** True where the caller said what is there. */
      openingTyped: Type.Boolean(),
      /** Whether the sales forecast is in it: not when there is none, or the books ended long ago. */
      withSales: Type.Boolean(),
      outlook: Type.Union([CashOutlook, DeclinedReply]),
    }),
    status: 200,
  }),
} as const
