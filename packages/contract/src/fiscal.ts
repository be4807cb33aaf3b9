// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Bilingual, Day, Id, Instant, Line, Maybe, MoneyAmount, OneOf, PageQuery, pageFields } from './primitives.ts'

const inBusiness = '/api/v1/businesses/:business'
const AtBusiness = Type.Object(businessParam)
const AtDocument = Type.Object({ ...businessParam, document: Id })
const Version = Type.Integer({ minimum: 0 })

export const fiscalUses = ['off', 'trial', 'real'] as const

/**
 * How far an invoice is at the tax office. `none`: not handed in. `uncertain`: it may have been taken in and nobody
 * said so; a person has to look.
 */
export const fiscalStates = ['none', 'waiting', 'sending', 'accepted', 'refused', 'uncertain', 'cancelled'] as const
export const fiscalActions = ['submit', 'say-there', 'say-not-there', 'note-cancelled'] as const

export const FiscalSettings = Type.Object({
  use: OneOf(fiscalUses),
  /** One of `places`. */
  place: Line(200),
  /** The token itself is never answered. */
  hasToken: Type.Boolean(),
  /** For trials: the scenario that invoices are sent as. */
  scenario: Maybe(Line(20)),
  version: Version,
})

/** What is wrong, with the words of the country's own pack where it has them. */
const FiscalFault = Type.Object({
  code: Type.String(),
  /** A JSON pointer into what is sent; null where the office named none. */
  field: Maybe(Type.String()),
  /** Line of the invoice from 1; null for its head. */
  line: Maybe(Type.Integer()),
  means: Maybe(Bilingual),
  next: Maybe(Bilingual),
  /** The office's own words. */
  said: Maybe(Type.String()),
})

/** What is printed on the invoice once the office has taken it in. */
const FiscalMark = Type.Object({
  number: Type.String(),
  words: Bilingual,
  qr: Maybe(
    Type.Object({
      text: Type.String(),
      /** Rows of modules, dark ones as 1: "0110...". */
      rows: Type.Array(Type.String()),
      sizeInches: Type.Number(),
    }),
  ),
})

export const FiscalStanding = Type.Object({
  documentId: Id,
  state: OneOf(fiscalStates),
  use: OneOf(fiscalUses),
  problems: Type.Array(FiscalFault),
  mark: Maybe(FiscalMark),
  acceptedAt: Maybe(Instant),
  /** Until when the office's own portal lets a person cancel; null where it does not or no longer. */
  cancelUntil: Maybe(Instant),
  actions: Type.Array(OneOf(fiscalActions)),
  version: Version,
  events: Type.Array(
    Type.Object({ at: Instant, event: Type.String(), status: Maybe(Type.Integer()), note: Maybe(Type.String()) }),
  ),
})

const TaxSum = Type.Object({
  month: Day,
  /** Sold or bought. */
  side: OneOf(['sold', 'bought'] as const),
  code: Type.String(),
  names: Bilingual,
  net: MoneyAmount,
  tax: MoneyAmount,
  lines: Type.Integer(),
})
const WithheldSum = Type.Object({
  month: Day,
  /** Kept back by who pays us, or by us from whom we pay. */
  side: OneOf(['from-us', 'by-us'] as const),
  paid: MoneyAmount,
  withheld: MoneyAmount,
  payments: Type.Integer(),
})
const Months = Type.Object({ from: Day, to: Day })

export const fiscalEndpoints = {
  read: endpoint({
    id: 'fiscal.read',
    method: 'GET',
    path: `${inBusiness}/fiscal`,
    summary: 'The tax office’s service in this country, what it asks, and how it is set up.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({
      service: Maybe(
        Type.Object({
          id: Type.String(),
          names: Bilingual,
          cancelHours: Maybe(Type.Number()),
          facts: Type.Array(
            Type.Object({
              of: OneOf(['seller', 'buyer', 'item'] as const),
              id: Type.String(),
              names: Bilingual,
              tells: Bilingual,
              required: Type.Boolean(),
              choices: Maybe(Type.Array(Type.Object({ id: Type.String(), names: Bilingual }))),
            }),
          ),
          scenarios: Type.Array(Type.Object({ id: Type.String(), names: Bilingual })),
          places: Type.Array(Type.String()),
        }),
      ),
      settings: FiscalSettings,
      /** Invoices by state. */
      counts: Type.Record(Type.String(), Type.Integer()),
    }),
    status: 200,
  }),
  change: endpoint({
    id: 'fiscal.change',
    method: 'PUT',
    path: `${inBusiness}/fiscal`,
    summary: 'Set the tax office’s service up. A token that is left out stays; null takes it away.',
    access: 'settings.manage',
    params: AtBusiness,
    body: Type.Object({
      use: OneOf(fiscalUses),
      place: Line(200),
      token: Type.Optional(Maybe(Line(500))),
      scenario: Maybe(Line(20)),
      version: Version,
    }),
    response: FiscalSettings,
    status: 200,
    example: { use: 'trial', place: 'http://127.0.0.1:9', token: 'a-token', scenario: null, version: 0 },
  }),
  list: endpoint({
    id: 'fiscal.list',
    method: 'GET',
    path: `${inBusiness}/fiscal/invoices`,
    summary: 'Invoices that were handed in, newest first; `state` picks some.',
    access: 'books.read',
    params: AtBusiness,
    query: Type.Object({ ...PageQuery, state: Type.Optional(OneOf(fiscalStates)) }),
    response: Type.Object(
      pageFields(
        Type.Object({
          documentId: Id,
          number: Maybe(Type.String()),
          partyName: Maybe(Type.String()),
          day: Day,
          total: MoneyAmount,
          state: OneOf(fiscalStates),
          officeNumber: Maybe(Type.String()),
        }),
      ),
    ),
    status: 200,
  }),
  standing: endpoint({
    id: 'fiscal.standing',
    method: 'GET',
    path: `${inBusiness}/documents/:document/fiscal`,
    summary: 'How far an invoice is at the tax office, what is wrong with it, and what is printed on it.',
    access: 'books.read',
    params: AtDocument,
    response: FiscalStanding,
    status: 200,
  }),
  submit: endpoint({
    id: 'fiscal.submit',
    method: 'POST',
    path: `${inBusiness}/documents/:document/fiscal`,
    summary: 'Hand an issued invoice, or the credit note of one, in at the tax office.',
    access: 'sell.write',
    params: AtDocument,
    response: FiscalStanding,
    status: 202,
  }),
  resolve: endpoint({
    id: 'fiscal.resolve',
    method: 'POST',
    path: `${inBusiness}/documents/:document/fiscal/resolve`,
    summary:
      'Say what the office’s own portal shows of an invoice whose reply never came, or that it was cancelled there.',
    access: 'settings.manage',
    params: AtDocument,
    body: Type.Object({
      answer: OneOf(['there', 'not-there', 'cancelled'] as const),
      /** The office's number, where it is there. */
      officeNumber: Type.Optional(Line(60)),
      version: Version,
    }),
    response: FiscalStanding,
    status: 200,
    example: { answer: 'not-there', version: 1 },
  }),
  taxSums: endpoint({
    id: 'fiscal.taxSums',
    method: 'GET',
    path: `${inBusiness}/tax-sums`,
    summary: 'Taxes by month: sold, bought, and what was kept back of payments.',
    access: 'money.read',
    params: AtBusiness,
    query: Months,
    response: Type.Object({ taxes: Type.Array(TaxSum), withheld: Type.Array(WithheldSum) }),
    status: 200,
  }),
  taxFile: endpoint({
    id: 'fiscal.taxFile',
    method: 'GET',
    path: `${inBusiness}/tax-sums.csv`,
    summary: 'Every paper with its taxes, as a CSV.',
    access: 'money.read',
    params: AtBusiness,
    query: Months,
    response: 'bytes',
    status: 200,
  }),
  withheldFile: endpoint({
    id: 'fiscal.withheldFile',
    method: 'GET',
    path: `${inBusiness}/tax-withheld.csv`,
    summary: 'Every payment of which tax was kept back, as a CSV.',
    access: 'money.read',
    params: AtBusiness,
    query: Months,
    response: 'bytes',
    status: 200,
  }),
} as const
