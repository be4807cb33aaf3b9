// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Currency, Empty, Id, Line, Maybe, Page, PageQuery, UnitPrice } from './primitives.ts'

const inLists = '/api/v1/businesses/:business/price-lists'
const AtBusiness = Type.Object(businessParam)
const AtList = Type.Object({ ...businessParam, list: Id })
const AtPrice = Type.Object({ ...businessParam, list: Id, item: Id })

/** Prices for a group of customers in one currency. */
export const PriceList = Type.Object({
  id: Id,
  name: Type.String(),
  currency: Currency,
  /** Used for customers of this currency who have no list of their own. */
  isDefault: Type.Boolean(),
  /** Items that have a price in it. */
  items: Type.Integer(),
  version: Type.Integer(),
})

/** Price from a quantity on, in thousandths of a unit of the item. */
const PriceStep = Type.Object({
  fromQuantityMilli: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
  price: UnitPrice,
})

/** An item with its prices in a list, smallest quantity first; none: the item is not in the list. */
export const ListedItem = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: Type.String(),
  unit: Maybe(Type.String()),
  barcode: Maybe(Type.String()),
  prices: Type.Array(PriceStep),
})

export const priceEndpoints = {
  lists: endpoint({
    id: 'prices.lists',
    method: 'GET',
    path: inLists,
    summary: 'Price lists by name.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({ lists: Type.Array(PriceList) }),
    status: 200,
  }),
  create: endpoint({
    id: 'prices.create',
    method: 'POST',
    path: inLists,
    summary: 'A new price list; the first of a currency is its default.',
    access: 'books.write',
    params: AtBusiness,
    body: Type.Object({ name: Line(80), currency: Currency }),
    response: PriceList,
    status: 201,
    example: { name: 'Wholesale', currency: 'XTS' },
  }),
  change: endpoint({
    id: 'prices.change',
    method: 'PATCH',
    path: `${inLists}/:list`,
    summary: 'Name a list anew, or make it the default of its currency.',
    access: 'books.write',
    params: AtList,
    body: Type.Object({
      name: Type.Optional(Line(80)),
      isDefault: Type.Optional(Type.Literal(true)),
      version: Type.Integer({ minimum: 1 }),
    }),
    response: PriceList,
    status: 200,
    example: { name: 'Shops in town', version: 1 },
  }),
  items: endpoint({
    id: 'prices.items',
    method: 'GET',
    path: `${inLists}/:list/items`,
    summary: 'Items by name with their prices in a list.',
    access: 'books.read',
    params: AtList,
    query: Type.Object({ ...PageQuery, search: Type.Optional(Line(100)) }),
    response: Page(ListedItem),
    status: 200,
  }),
  set: endpoint({
    id: 'prices.set',
    method: 'PUT',
    path: `${inLists}/:list/items/:item`,
    summary: 'The prices of an item in a list, all of them; none takes it out.',
    access: 'books.write',
    params: AtPrice,
    body: Type.Object({ prices: Type.Array(PriceStep, { maxItems: 20 }) }),
    response: Empty,
    status: 200,
    example: { prices: [{ fromQuantityMilli: 0, price: { thousandths: '125000000', currency: 'XTS' } }] },
  }),
} as const
