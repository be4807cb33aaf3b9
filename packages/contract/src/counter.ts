// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Currency, Day, Id, Instant, Line, Maybe, MoneyAmount, OneOf, UnitPrice } from './primitives.ts'

const inCounter = '/api/v1/businesses/:business/counter'
const AtBusiness = Type.Object(businessParam)

/** What of a sale may differ from what the phone knew. Each is told in words; none loses the sale. */
export const counterNotes = [
  'price-changed',
  'item-merged',
  'item-unknown',
  'stock-below-zero',
  'period-closed',
  'clock-wrong',
  'party-unknown',
  'total-differs',
] as const

const Note = Type.Object({
  code: OneOf(counterNotes),
  /** Names, amounts as `{ minor, currency }`, days, instants: what the sentence names. */
  details: Type.Record(Type.String(), Type.Unknown()),
})

const SoldLine = Type.Object({
  itemId: Maybe(Id),
  /** As the phone knew it: it stands on the paper where the item is not known any more. */
  name: Line(300),
  quantityMilli: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }),
  price: UnitPrice,
})

export const CounterSale = Type.Object({
  /** Made by the phone: handed in twice it is one sale. */
  clientId: Id,
  /** By the phone's own clock. */
  soldAt: Instant,
  lines: Type.Array(SoldLine, { minItems: 1, maxItems: 200 }),
  /** What the phone showed. */
  total: MoneyAmount,
  /** Where the money went; nothing: on credit, which needs a party. Left out: the cash box. */
  paidInto: Type.Optional(Maybe(Id)),
  partyId: Type.Optional(Maybe(Id)),
  note: Type.Optional(Line(500)),
})

const Outcome = Type.Object({
  clientId: Id,
  /** `waiting`: kept as it came, a person must look at it; `problem` says why. */
  state: OneOf(['sold', 'waiting', 'dropped'] as const),
  /** True when it had been handed in before. */
  again: Type.Boolean(),
  documentId: Maybe(Id),
  number: Maybe(Type.String()),
  day: Maybe(Day),
  total: Maybe(MoneyAmount),
  notes: Type.Array(Note),
  problem: Maybe(Type.Object({ code: Type.String(), details: Type.Record(Type.String(), Type.Unknown()) })),
})

const KeptSale = Type.Object({
  clientId: Id,
  state: OneOf(['sold', 'waiting', 'dropped'] as const),
  soldAt: Instant,
  phoneSoldAt: Instant,
  receivedAt: Instant,
  documentId: Maybe(Id),
  number: Maybe(Type.String()),
  total: MoneyAmount,
  sale: CounterSale,
  notes: Type.Array(Note),
  problem: Maybe(Type.Object({ code: Type.String(), details: Type.Record(Type.String(), Type.Unknown()) })),
})

export const counterEndpoints = {
  catalogue: endpoint({
    id: 'counter.catalogue',
    method: 'GET',
    path: `${inCounter}/catalogue`,
    summary: 'All that a phone needs to sell without a network: items with prices and barcodes, accounts, customers.',
    access: 'sell.write',
    params: AtBusiness,
    response: Type.Object({
      at: Instant,
      currency: Currency,
      /** Id, code, name, unit, price in thousandths of a minor unit, barcode; what is not known is empty. */
      items: Type.Array(
        Type.Tuple([Type.String(), Type.String(), Type.String(), Type.String(), Type.String(), Type.String()]),
      ),
      accounts: Type.Array(
        Type.Object({ id: Id, name: Type.String(), kind: OneOf(['cash', 'bank', 'wallet'] as const) }),
      ),
      /** Id and name. */
      customers: Type.Array(Type.Tuple([Type.String(), Type.String()])),
    }),
    status: 200,
  }),
  handIn: endpoint({
    id: 'counter.handIn',
    method: 'POST',
    path: `${inCounter}/sales`,
    summary: 'Sales that a phone made, perhaps without a network: each is booked once, or kept until a person looks.',
    access: 'sell.write',
    params: AtBusiness,
    body: Type.Object({
      /** The phone's clock at the moment of sending: a wrong one is found by it. */
      sentAt: Instant,
      sales: Type.Array(CounterSale, { minItems: 1, maxItems: 50 }),
    }),
    response: Type.Object({ sales: Type.Array(Outcome) }),
    status: 200,
    example: {
      sentAt: '2026-11-24T09:30:05.000Z',
      sales: [
        {
          clientId: '0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a10',
          soldAt: '2026-11-24T09:30:00.000Z',
          lines: [
            { itemId: null, name: 'Kite', quantityMilli: 1000, price: { thousandths: '250000', currency: 'XTS' } },
          ],
          total: { minor: '250', currency: 'XTS' },
        },
      ],
    },
  }),
  list: endpoint({
    id: 'counter.list',
    method: 'GET',
    path: `${inCounter}/sales`,
    summary: 'The last sales at the counter, newest first; those that wait for a person before all others.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({ sales: Type.Array(KeptSale) }),
    status: 200,
  }),
  resolve: endpoint({
    id: 'counter.resolve',
    method: 'POST',
    path: `${inCounter}/sales/:sale`,
    summary: 'Tries a sale that waits again, with a customer where one was missing, or drops it.',
    access: 'sell.write',
    params: Type.Object({ ...businessParam, sale: Id }),
    body: Type.Object({ action: OneOf(['try-again', 'drop'] as const), partyId: Type.Optional(Id) }),
    response: Outcome,
    status: 200,
    example: { action: 'drop' },
  }),
} as const
