// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Day, Id, Line, Maybe, MoneyAmount, OneOf, Page, PageQuery } from './primitives.ts'

const inBusiness = '/api/v1/businesses/:business'
const AtBusiness = Type.Object(businessParam)

/** Home currency for one of the other, exact. */
export const Rate = Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,12})?$', examples: ['278.45'] })

export const Settlement = Type.Object({
  id: Id,
  documentId: Id,
  paymentId: Maybe(Id),
  creditId: Maybe(Id),
  amount: MoneyAmount,
  day: Day,
})

export const Payment = Type.Object({
  id: Id,
  direction: OneOf(['in', 'out'] as const),
  state: OneOf(['recorded', 'cancelled'] as const),
  partyId: Maybe(Id),
  partyName: Maybe(Type.String()),
  moneyAccountId: Id,
  day: Day,
  rate: Rate,
  amount: MoneyAmount,
  /** Tax that the payer kept back. */
  withheld: MoneyAmount,
  /** What the bank or wallet kept. */
  fee: MoneyAmount,
  unused: MoneyAmount,
  method: Maybe(Type.String()),
  reference: Maybe(Type.String()),
  note: Maybe(Type.String()),
  version: Type.Integer(),
})

const Some = Type.Object({ documentId: Id, amount: MoneyAmount })
/** How money was paid. */
export const paid = {
  moneyAccountId: Type.Optional(Id),
  amount: MoneyAmount,
  method: Type.Optional(Maybe(Line(40))),
  reference: Type.Optional(Maybe(Line(120))),
}

export const paymentEndpoints = {
  list: endpoint({
    id: 'payments.list',
    method: 'GET',
    path: `${inBusiness}/payments`,
    summary: 'Money in and out, newest first.',
    access: 'money.read',
    params: AtBusiness,
    query: Type.Object({
      ...PageQuery,
      party: Type.Optional(Id),
      direction: Type.Optional(OneOf(['in', 'out'] as const)),
    }),
    response: Page(Payment),
    status: 200,
  }),
  record: endpoint({
    id: 'payments.record',
    method: 'POST',
    path: `${inBusiness}/payments`,
    summary: 'Record money in (or, with `money.write`, out), and what it settles. An order takes it as a deposit.',
    access: 'sell.write',
    params: AtBusiness,
    body: Type.Object({
      direction: OneOf(['in', 'out'] as const),
      partyId: Type.Optional(Maybe(Id)),
      ...paid,
      day: Type.Optional(Day),
      rate: Type.Optional(Rate),
      withheld: Type.Optional(MoneyAmount),
      fee: Type.Optional(MoneyAmount),
      note: Type.Optional(Maybe(Type.String({ maxLength: 2000 }))),
      clientId: Type.Optional(Id),
      settles: Type.Optional(Type.Array(Some, { maxItems: 200 })),
    }),
    response: Payment,
    status: 201,
    example: { direction: 'in', amount: { minor: '500000', currency: 'XTS' } },
  }),
  read: endpoint({
    id: 'payments.read',
    method: 'GET',
    path: `${inBusiness}/payments/:payment`,
    summary: 'One payment with what it settles.',
    access: 'money.read',
    params: Type.Object({ ...businessParam, payment: Id }),
    response: Type.Object({ ...Payment.properties, settlements: Type.Array(Settlement) }),
    status: 200,
  }),
  cancel: endpoint({
    id: 'payments.cancel',
    method: 'POST',
    path: `${inBusiness}/payments/:payment/cancellation`,
    summary: 'The payment never happened. What it settles is taken back first.',
    access: 'money.write',
    params: Type.Object({ ...businessParam, payment: Id }),
    body: Type.Object({ version: Type.Integer({ minimum: 1 }) }),
    response: Payment,
    status: 200,
  }),
  settle: endpoint({
    id: 'payments.settle',
    method: 'POST',
    path: `${inBusiness}/settlements`,
    summary: 'Let money, or a credit note, settle (part of) a paper.',
    access: 'sell.write',
    params: AtBusiness,
    body: Type.Object({
      paymentId: Type.Optional(Id),
      creditId: Type.Optional(Id),
      documentId: Id,
      amount: MoneyAmount,
    }),
    response: Settlement,
    status: 201,
  }),
  undoSettlement: endpoint({
    id: 'payments.undoSettlement',
    method: 'DELETE',
    path: `${inBusiness}/settlements/:settlement`,
    summary: 'Take a settlement back: the paper is open again, the money unused.',
    access: 'money.write',
    params: Type.Object({ ...businessParam, settlement: Id }),
    response: Type.Object({}),
    status: 200,
  }),
} as const
