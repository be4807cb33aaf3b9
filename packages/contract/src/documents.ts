// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Payment, paid, Rate, Settlement } from './payments.ts'
import {
  Currency,
  Day,
  Id,
  Instant,
  Line,
  Maybe,
  MoneyAmount,
  OneOf,
  Page,
  PageQuery,
  UnitPrice,
} from './primitives.ts'

const inBusiness = '/api/v1/businesses/:business'
const inDocuments = `${inBusiness}/documents`
const AtBusiness = Type.Object(businessParam)
const AtDocument = Type.Object({ ...businessParam, document: Id })

/** Papers of a business, in the order in which they follow from one another: selling, then buying. */
export const documentKinds = [
  'quote',
  'order',
  'pick',
  'shipment',
  'invoice',
  'credit-note',
  'return',
  'purchase-order',
  'receipt',
  'bill',
  'supplier-return',
  'debit-note',
] as const

/** Thousandths of a unit, above zero, at most a thousand million units. */
const Quantity = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 })
/** A line as it is handed in; what is left out comes from the line before, the item, or what is usual. */
const LineDraft = Type.Object({
  itemId: Type.Optional(Maybe(Id)),
  lotId: Type.Optional(Maybe(Id)),
  description: Type.Optional(Line(500)),
  quantityMilli: Type.Optional(Quantity),
  unit: Type.Optional(Maybe(Line(24))),
  price: Type.Optional(UnitPrice),
  discount: Type.Optional(MoneyAmount),
  taxClass: Type.Optional(Maybe(Line(40))),
  /** The line of the document before that this one carries on. */
  fromLineId: Type.Optional(Id),
})

/** What a document says besides, by its kind. */
const DocumentDetails = Type.Object({
  /** Of a quote: the last day on which it may be accepted. */
  validUntil: Type.Optional(Day),
  /** Of an order: what is asked for before work begins, in the order's currency. */
  deposit: Type.Optional(MoneyAmount),
  terms: Type.Optional(Type.String({ maxLength: 2000 })),
  shipTo: Type.Optional(Type.String({ maxLength: 1000 })),
  /** True where a person said that more arrived than was ordered. */
  confirmed: Type.Optional(Type.Boolean()),
  /** Why goods or money come back. */
  reason: Type.Optional(Type.String({ maxLength: 500 })),
  /** Sold at the counter. */
  counter: Type.Optional(Type.Boolean()),
})

const heads = {
  partyId: Type.Optional(Maybe(Id)),
  placeId: Type.Optional(Maybe(Id)),
  day: Type.Optional(Day),
  dueDay: Type.Optional(Day),
  currency: Type.Optional(Currency),
  /** Typed by a person; left out: the rate of the day. */
  rate: Type.Optional(Rate),
  reference: Type.Optional(Maybe(Line(120))),
  note: Type.Optional(Maybe(Type.String({ maxLength: 2000 }))),
  details: Type.Optional(DocumentDetails),
  lines: Type.Optional(Type.Array(LineDraft, { maxItems: 1000 })),
}

const DocumentLine = Type.Object({
  id: Id,
  lineNo: Type.Integer(),
  itemId: Maybe(Id),
  lotId: Maybe(Id),
  description: Type.String(),
  quantityMilli: Type.Integer(),
  unit: Maybe(Type.String()),
  price: UnitPrice,
  discount: MoneyAmount,
  net: MoneyAmount,
  taxClass: Maybe(Type.String()),
  taxes: Type.Array(
    Type.Object({ code: Type.String(), base: Type.String(), rate: Type.String(), amount: MoneyAmount }),
  ),
  tax: MoneyAmount,
  fromLineId: Maybe(Id),
  /** How much of it went on, by the kind of paper it went on to. */
  carriedOn: Type.Record(Type.String(), Type.Integer()),
})

const brief = {
  id: Id,
  kind: OneOf(documentKinds),
  /** Null until it is valid. */
  number: Maybe(Type.String()),
  /** A word of the kind's table of states. */
  state: Type.String(),
  partyId: Maybe(Id),
  partyName: Maybe(Type.String()),
  day: Day,
  dueDay: Maybe(Day),
  total: MoneyAmount,
  /** Not settled yet. */
  open: MoneyAmount,
  reference: Maybe(Type.String()),
  version: Type.Integer(),
}
/** A document in a list. */
export const DocumentBrief = Type.Object(brief)

/** A document, whole. */
export const Document = Type.Object({
  ...brief,
  placeId: Maybe(Id),
  rate: Rate,
  rateSource: Maybe(Type.String()),
  note: Maybe(Type.String()),
  fromId: Maybe(Id),
  net: MoneyAmount,
  tax: MoneyAmount,
  settled: MoneyAmount,
  /** Net at home. */
  homeNet: MoneyAmount,
  details: DocumentDetails,
  madeAt: Instant,
  issuedAt: Maybe(Instant),
  lines: Type.Array(DocumentLine),
  /** Whatever can be done to its kind: allowed now, or the reason why not. */
  actions: Type.Array(Type.Object({ action: Type.String(), allowed: Type.Boolean(), reason: Maybe(Type.String()) })),
  /** The paper it was made from, and those made from it. */
  related: Type.Array(DocumentBrief),
  settlements: Type.Array(Settlement),
})

export const documentEndpoints = {
  list: endpoint({
    id: 'documents.list',
    method: 'GET',
    path: inDocuments,
    summary: 'Papers of one kind, newest first; `search` looks in numbers and names of parties.',
    access: 'books.read',
    params: AtBusiness,
    query: Type.Object({
      ...PageQuery,
      kind: OneOf(documentKinds),
      /** States, with commas between. */
      states: Type.Optional(Line(200)),
      party: Type.Optional(Id),
      search: Type.Optional(Line(100)),
    }),
    response: Page(DocumentBrief),
    status: 200,
  }),
  read: endpoint({
    id: 'documents.read',
    method: 'GET',
    path: `${inDocuments}/:document`,
    summary: 'One paper: its lines, what can be done to it now, what came before and after it.',
    access: 'books.read',
    params: AtDocument,
    response: Document,
    status: 200,
  }),
  create: endpoint({
    id: 'documents.create',
    method: 'POST',
    path: inDocuments,
    summary:
      'Make a paper, as a draft; `sell.write`, or `buy.write` for buying. With `fromId` and no lines: of all that is open there.',
    access: 'books.read',
    params: AtBusiness,
    body: Type.Object({
      kind: OneOf(documentKinds),
      ...heads,
      fromId: Type.Optional(Id),
      /** Made on a phone: handed in twice it is one paper. */
      clientId: Type.Optional(Id),
    }),
    response: Document,
    status: 201,
    example: {
      kind: 'quote',
      lines: [{ description: 'Footballs', quantityMilli: 12000, price: { thousandths: '45000000', currency: 'XTS' } }],
    },
  }),
  change: endpoint({
    id: 'documents.change',
    method: 'PUT',
    path: `${inDocuments}/:document`,
    summary: 'Write a draft anew; `sell.write`, or `buy.write` for buying. `version` is the one that the person saw.',
    access: 'books.read',
    params: AtDocument,
    body: Type.Object({ ...heads, version: Type.Integer({ minimum: 1 }) }),
    response: Document,
    status: 200,
    example: { version: 1, note: 'Please deliver before Friday.' },
  }),
  act: endpoint({
    id: 'documents.act',
    method: 'POST',
    path: `${inDocuments}/:document/actions`,
    summary:
      'Send, confirm, ship, issue, cancel …: what the table of states allows, with all that follows. `sell.write`, or `buy.write` for buying.',
    access: 'books.read',
    params: AtDocument,
    body: Type.Object({
      action: Type.String({ pattern: '^[a-z-]{2,20}$', examples: ['send'] }),
      version: Type.Integer({ minimum: 1 }),
      /** For an action that makes another paper: how much of which lines. Left out: all that is open. */
      lines: Type.Optional(Type.Array(Type.Object({ lineId: Id, quantityMilli: Quantity }), { maxItems: 1000 })),
      day: Type.Optional(Day),
      placeId: Type.Optional(Id),
      clientId: Type.Optional(Id),
    }),
    response: Type.Object({ document: Document, made: Maybe(DocumentBrief) }),
    status: 200,
    example: { action: 'cancel', version: 1 },
  }),
  sellAtCounter: endpoint({
    id: 'documents.sellAtCounter',
    method: 'POST',
    path: `${inBusiness}/counter-sales`,
    summary:
      'Goods and money change hands at once: invoice, shipment and payment in one. Handed in twice it is one sale.',
    access: 'sell.write',
    params: AtBusiness,
    body: Type.Object({
      clientId: Id,
      partyId: Type.Optional(Maybe(Id)),
      placeId: Type.Optional(Maybe(Id)),
      day: Type.Optional(Day),
      note: Type.Optional(Maybe(Type.String({ maxLength: 2000 }))),
      lines: Type.Array(LineDraft, { minItems: 1, maxItems: 500 }),
      /** Left out: all of it, in cash. */
      payments: Type.Optional(Type.Array(Type.Object(paid), { maxItems: 10 })),
    }),
    response: Type.Object({ invoice: Document, payments: Type.Array(Payment), again: Type.Boolean() }),
    status: 201,
    example: {
      clientId: '0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a10',
      lines: [{ description: 'Kite', quantityMilli: 1000, price: { thousandths: '250000', currency: 'XTS' } }],
    },
  }),
} as const
