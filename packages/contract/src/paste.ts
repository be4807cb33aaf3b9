// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { documentKinds } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { Currency, Day, Id, Maybe, OneOf, UnitPrice } from './primitives.ts'

const inBusiness = '/api/v1/businesses/:business'
const AtBusiness = Type.Object(businessParam)

/** What must be asked about a pasted line. */
export const pasteAsks = ['which-item', 'unknown-item', 'quantity', 'unit', 'pack-size', 'said-twice'] as const

const Candidate = Type.Object({
  itemId: Id,
  name: Type.String(),
  code: Type.String(),
  unit: Maybe(Type.String()),
  /** 0 to 1. */
  probability: Type.Number(),
  /** Why: a code of the engine, and the words of the name that speak for it. */
  reasons: Type.Array(Type.Object({ code: Type.String(), words: Type.Array(Type.String()) })),
})

const PastedLine = Type.Object({
  /** As it was written. */
  text: Type.String(),
  /** Who found item or quantity: our rules, or a language model in their gap. */
  by: OneOf(['rules', 'model'] as const),
  /** Null: it must be asked. */
  itemId: Maybe(Id),
  candidates: Type.Array(Candidate),
  quantityMilli: Maybe(Type.Integer()),
  /** What was told, before it became the item's units. */
  told: Maybe(Type.Object({ amount: Type.Number(), unit: Maybe(Type.String()) })),
  price: Maybe(UnitPrice),
  asks: Type.Array(
    Type.Object({
      kind: OneOf(pasteAsks),
      /** Thousandths of a unit that may be meant. */
      quantities: Type.Array(Type.Integer()),
      /** The word that is not understood. */
      word: Type.String(),
    }),
  ),
})

/** Why an entry looks wrong. */
export const doubtCodes = [
  'quantity-not-positive',
  'price-negative',
  'price-unusual',
  'price-decimal-slip',
  'quantity-unusual',
  'below-cost',
  'currency-slip',
  'currency-unusual',
  'day-far-ahead',
  'day-far-back',
  'year-slip',
  'entered-before',
] as const

export const pasteEndpoints = {
  read: endpoint({
    id: 'paste.read',
    method: 'POST',
    path: `${inBusiness}/paste`,
    summary:
      'Reads an order or a bill as somebody wrote it: items, quantities, prices, the day, and what must be asked.',
    access: 'books.read',
    params: AtBusiness,
    body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 200_000 }) }),
    response: Type.Object({
      lines: Type.Array(PastedLine),
      /** The language model that was asked about what the rules could not read; null: none was. */
      model: Maybe(Type.Object({ name: Type.String(), answered: Type.Boolean() })),
      day: Maybe(Type.Object({ day: Day, words: Type.String(), choices: Type.Array(Day) })),
      /** Who wrote, as the chat says; and who of the books that may be. */
      from: Maybe(Type.String()),
      parties: Type.Array(Type.Object({ id: Id, name: Type.String(), similarity: Type.Number() })),
      cancelled: Type.Array(Type.String()),
      passedOver: Type.Array(Type.String()),
    }),
    status: 200,
    example: { text: '10 dozen kites by tomorrow' },
  }),
  category: endpoint({
    id: 'paste.category',
    method: 'GET',
    path: `${inBusiness}/items/:item/suggested-category`,
    summary:
      'A category for an item that has none, by what the other items are called, with the words that speak for it.',
    access: 'books.read',
    params: Type.Object({ ...businessParam, item: Id }),
    response: Type.Object({
      suggestion: Maybe(
        Type.Object({
          category: Type.String(),
          /** 0 to 1, among the shop's categories. */
          probability: Type.Number(),
          because: Type.Array(Type.String()),
        }),
      ),
    }),
    status: 200,
  }),
  check: endpoint({
    id: 'paste.check',
    method: 'POST',
    path: `${inBusiness}/checks`,
    summary: 'What looks wrong about an entry before it is saved, with the reason. It forbids nothing.',
    access: 'books.read',
    params: AtBusiness,
    body: Type.Object({
      day: Day,
      side: OneOf(['sell', 'buy'] as const),
      currency: Currency,
      /** Kind and party, so that the same entered twice is seen; left out, it is not looked for. */
      kind: Type.Optional(OneOf(documentKinds)),
      partyId: Type.Optional(Maybe(Id)),
      /** Of the entry itself: what was saved under it before is no other entry. */
      clientId: Type.Optional(Id),
      lines: Type.Array(
        Type.Object({
          itemId: Maybe(Id),
          quantityMilli: Type.Integer(),
          price: Type.Optional(Maybe(UnitPrice)),
        }),
        { maxItems: 1000 },
      ),
    }),
    response: Type.Object({
      doubts: Type.Array(
        Type.Object({
          /** Place of the line, 1 is the first; null: the entry as a whole. */
          line: Maybe(Type.Integer()),
          code: OneOf(doubtCodes),
          details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
        }),
      ),
    }),
    status: 200,
    example: { day: '2026-11-25', side: 'sell', currency: 'XTS', lines: [{ itemId: null, quantityMilli: 1000 }] },
  }),
} as const
