// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { languages } from './account.ts'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Currency, Id, Line, Maybe, MoneyAmount, OneOf, Page, PageQuery } from './primitives.ts'

const inParties = '/api/v1/businesses/:business/parties'
const AtParty = Type.Object({ ...businessParam, party: Id })

/** As papers print it; every part may be missing. */
const Address = Type.Object({
  line1: Type.Optional(Line(200, 0)),
  line2: Type.Optional(Line(200, 0)),
  city: Type.Optional(Line(80, 0)),
  region: Type.Optional(Line(80, 0)),
  postcode: Type.Optional(Line(20, 0)),
  country: Type.Optional(Line(60, 0)),
})

const fields = {
  name: Line(300),
  isCustomer: Type.Boolean(),
  isSupplier: Type.Boolean(),
  /** As people write it; the answer has it with the country's code. */
  phone: Maybe(Line(40)),
  email: Maybe(Type.String({ pattern: '^[^\\s@]{1,120}@[^\\s@]{1,120}$', examples: ['bilal@example.org'] })),
  address: Address,
  taxNumber: Maybe(Line(40)),
  /** One of the pack's kinds of registration. */
  registration: Maybe(Line(40)),
  /** Days in which an invoice is to be paid. Null: at once. */
  termsDays: Maybe(Type.Integer({ minimum: 0, maximum: 400 })),
  /** How much may be open. Null: no limit. */
  creditLimit: Maybe(MoneyAmount),
  currency: Maybe(Currency),
  language: Maybe(OneOf(languages)),
  priceListId: Maybe(Id),
  leadTimeDays: Maybe(Type.Integer({ minimum: 0, maximum: 400 })),
  note: Maybe(Type.String({ maxLength: 2000 })),
}
/** What a person may say of a party. */
export const PartyFields = Type.Object(fields)

/** A customer, a supplier, or both. */
export const Party = Type.Object({ id: Id, code: Type.String(), ...fields, version: Type.Integer() })

export const partyEndpoints = {
  list: endpoint({
    id: 'parties.list',
    method: 'GET',
    path: inParties,
    summary: 'Customers and suppliers by name; `search` looks in names, codes and telephone numbers.',
    access: 'books.read',
    params: Type.Object(businessParam),
    query: Type.Object({
      ...PageQuery,
      search: Type.Optional(Line(100)),
      side: Type.Optional(OneOf(['customer', 'supplier'] as const)),
    }),
    response: Page(Party),
    status: 200,
  }),
  read: endpoint({
    id: 'parties.read',
    method: 'GET',
    path: `${inParties}/:party`,
    summary: 'One customer or supplier.',
    access: 'books.read',
    params: AtParty,
    response: Party,
    status: 200,
  }),
  create: endpoint({
    id: 'parties.create',
    method: 'POST',
    path: inParties,
    summary: 'Write a customer or supplier down.',
    access: 'books.write',
    params: Type.Object(businessParam),
    body: Type.Object({
      ...Type.Partial(PartyFields).properties,
      name: fields.name,
      /** Made on a phone: handed in twice it is one party. */
      clientId: Type.Optional(Id),
    }),
    response: Party,
    status: 201,
    example: { name: 'Bilal Traders', termsDays: 30 },
  }),
  change: endpoint({
    id: 'parties.change',
    method: 'PATCH',
    path: `${inParties}/:party`,
    summary: 'Change what is known of a party. `version` is the one that the person saw.',
    access: 'books.write',
    params: AtParty,
    body: Type.Object({ ...Type.Partial(PartyFields).properties, version: Type.Integer({ minimum: 1 }) }),
    response: Party,
    status: 200,
    example: { version: 1, termsDays: 15 },
  }),
} as const
