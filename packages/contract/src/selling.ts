// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { DocumentBrief } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { Currency, Day, Id, Maybe, MoneyAmount, OneOf } from './primitives.ts'

const inBusiness = '/api/v1/businesses/:business'
const AtBusiness = Type.Object(businessParam)

/** What waits to be done, in the order in which it brings money. */
const todoNames = ['overdue', 'to-ship', 'to-invoice', 'quotes', 'drafts', 'unpaid'] as const

/** How late, in the steps that shops use. */
const ByAge = Type.Object({
  'not-due': MoneyAmount,
  '0-30': MoneyAmount,
  '31-60': MoneyAmount,
  '61-90': MoneyAmount,
  'over-90': MoneyAmount,
})

/** What one party owes in one currency. */
export const OwedBy = Type.Object({
  partyId: Id,
  partyName: Type.String(),
  phone: Maybe(Type.String()),
  total: MoneyAmount,
  byAge: ByAge,
  /** The day on which the oldest of it was due. */
  oldestDue: Day,
  papers: Type.Integer(),
})

/** A statement of account between two days. */
export const Statement = Type.Object({
  partyId: Id,
  from: Day,
  to: Day,
  opening: MoneyAmount,
  rows: Type.Array(
    Type.Object({
      id: Id,
      /** A kind of paper, or `payment`. */
      kind: Type.String(),
      number: Maybe(Type.String()),
      day: Day,
      amount: MoneyAmount,
      balance: MoneyAmount,
    }),
  ),
  closing: MoneyAmount,
  byAge: ByAge,
  /** Papers that are not settled, what is due first first. */
  open: Type.Array(DocumentBrief),
})

const side = Type.Optional(OneOf(['receivable', 'payable'] as const))

export const sellingEndpoints = {
  todo: endpoint({
    id: 'selling.todo',
    method: 'GET',
    path: `${inBusiness}/sell`,
    summary: 'What waits to be done: quotes, orders to ship, invoices to write and to collect.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({
      groups: Type.Array(
        Type.Object({
          name: OneOf(todoNames),
          /** How many there are in all; null where only the first are looked at. */
          count: Maybe(Type.Integer()),
          items: Type.Array(DocumentBrief),
        }),
      ),
    }),
    status: 200,
  }),
  owed: endpoint({
    id: 'selling.owed',
    method: 'GET',
    path: `${inBusiness}/owed`,
    summary: 'Who owes what and how late, most first; or, for `payable`, whom we owe.',
    access: 'money.read',
    params: AtBusiness,
    query: Type.Object({ side }),
    response: Type.Object({
      today: Day,
      totals: Type.Array(Type.Object({ total: MoneyAmount, byAge: ByAge })),
      items: Type.Array(OwedBy),
      /** Parties beyond those listed. */
      more: Type.Integer(),
    }),
    status: 200,
  }),
  statement: endpoint({
    id: 'selling.statement',
    method: 'GET',
    path: `${inBusiness}/parties/:party/statement`,
    summary: 'What a party owed, what changed it, what it owes; left out, the last 90 days.',
    access: 'money.read',
    params: Type.Object({ ...businessParam, party: Id }),
    query: Type.Object({
      side,
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      currency: Type.Optional(Currency),
    }),
    response: Statement,
    status: 200,
  }),
} as const
