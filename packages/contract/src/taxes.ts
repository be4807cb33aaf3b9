// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Bilingual, Day, Id, Line, Maybe, MoneyAmount } from './primitives.ts'

const inBusiness = '/api/v1/businesses/:business'
const AtBusiness = Type.Object(businessParam)
const AtItem = Type.Object({ ...businessParam, item: Id })
const Version = Type.Integer({ minimum: 0 })

/** How the business itself stands with the tax office. */
const own = {
  /** One of the pack's kinds. */
  registration: Line(40),
  taxNumber: Maybe(Line(40)),
  /** As the tax office knows it; null: the business's own name. */
  name: Maybe(Line(200)),
  address: Maybe(Line(300)),
  /** Code of the pack's region. */
  region: Maybe(Line(10)),
}
export const OwnTax = Type.Object({ ...own, version: Version })

/** A tax as it stands today. */
export const TaxToday = Type.Object({
  code: Type.String(),
  names: Bilingual,
  /** "18/100", or minor units per thousandths of a unit. */
  rate: Type.String(),
  classes: Type.Array(Type.String()),
  validFrom: Day,
  source: Type.String(),
  /** True where it has to be looked up before anybody relies on it. */
  check: Type.Boolean(),
})

const Kind = { id: Type.String(), names: Bilingual, tells: Bilingual }

/** What taxes need to know of an item. Version 0: nobody has said anything yet. */
const ofItem = {
  /** One of the pack's classes; null: the usual one. */
  taxClass: Maybe(Line(40)),
  /** Printed on one unit. */
  retailPrice: Maybe(MoneyAmount),
  /** What the tax office's service asks of an item, by the ids of its facts. */
  facts: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }), Line(200, 0)),
}
export const ItemTax = Type.Object({ itemId: Id, ...ofItem, version: Version })

export const taxEndpoints = {
  read: endpoint({
    id: 'taxes.read',
    method: 'GET',
    path: `${inBusiness}/taxes`,
    summary: 'Kinds of registration, classes of goods, the taxes of today, and how the business itself is registered.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({
      registrations: Type.Array(Type.Object({ ...Kind, needsNumber: Type.Boolean() })),
      classes: Type.Array(Type.Object({ ...Kind, needsRetailPrice: Type.Boolean(), usual: Type.Boolean() })),
      taxes: Type.Array(TaxToday),
      regions: Type.Array(Type.Object({ code: Type.String(), names: Bilingual })),
      own: OwnTax,
    }),
    status: 200,
  }),
  changeOwn: endpoint({
    id: 'taxes.changeOwn',
    method: 'PUT',
    path: `${inBusiness}/taxes/own`,
    summary: 'Say how the business itself stands with the tax office. `version` is the one that the person saw.',
    access: 'settings.manage',
    params: AtBusiness,
    body: OwnTax,
    response: OwnTax,
    status: 200,
    example: { registration: 'guild', taxNumber: 'G123', name: null, address: null, region: null, version: 0 },
  }),
  readItem: endpoint({
    id: 'taxes.readItem',
    method: 'GET',
    path: `${inBusiness}/items/:item/taxes`,
    summary: 'What taxes need to know of an item.',
    access: 'books.read',
    params: AtItem,
    response: ItemTax,
    status: 200,
  }),
  changeItem: endpoint({
    id: 'taxes.changeItem',
    method: 'PUT',
    path: `${inBusiness}/items/:item/taxes`,
    summary: 'Say of which class an item is, its printed price, and what the tax office asks. `version`: the one seen.',
    access: 'books.write',
    params: AtItem,
    body: Type.Object({ ...ofItem, version: Version }),
    response: ItemTax,
    status: 200,
    example: { taxClass: 'knotted', retailPrice: null, facts: { knot: 'reef' }, version: 0 },
  }),
} as const
