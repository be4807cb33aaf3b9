// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Day, Id, Line, Maybe, MoneyAmount, Page, PageQuery } from './primitives.ts'

const inItems = '/api/v1/businesses/:business/items'
const AtItem = Type.Object({ ...businessParam, item: Id })

/** What the owner knows about buying an item. Nulls: the business's defaults stand. */
export const Supply = Type.Object({
  leadTimeDays: Maybe(Type.Integer({ minimum: 0, maximum: 400 })),
  packSizeMilli: Maybe(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
  minimumOrderMilli: Maybe(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })),
  serviceLevelPercent: Maybe(Type.Number({ minimum: 50, maximum: 99.9 })),
  onHandMilli: Maybe(Type.Integer({ minimum: -1_000_000_000_000, maximum: 1_000_000_000_000 })),
  onOrderMilli: Maybe(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })),
  unitCost: Maybe(MoneyAmount),
  supplier: Maybe(Line(120)),
  /** The day that stock on hand was counted. */
  countedOn: Maybe(Day),
})

export const Item = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  category: Maybe(Type.String()),
  unit: Maybe(Type.String()),
  barcode: Maybe(Type.String()),
  /** The item this is a variant of (another size, another colour). */
  variantOf: Maybe(Id),
  firstDay: Maybe(Day),
  lastDay: Maybe(Day),
  supply: Supply,
})

export const itemEndpoints = {
  list: endpoint({
    id: 'items.list',
    method: 'GET',
    path: inItems,
    summary: 'Items by name; `search` looks in codes, names and barcodes.',
    access: 'books.read',
    params: Type.Object(businessParam),
    query: Type.Object({
      ...PageQuery,
      search: Type.Optional(Line(100)),
      category: Type.Optional(Line(80)),
    }),
    response: Page(Item),
    status: 200,
  }),
  index: endpoint({
    id: 'items.index',
    method: 'GET',
    path: `${inItems}-index`,
    summary: 'Every item in brief, for searching on the phone: id, code, name.',
    access: 'books.read',
    params: Type.Object(businessParam),
    response: Type.Object({ items: Type.Array(Type.Tuple([Type.String(), Type.String(), Type.String()])) }),
    status: 200,
  }),
  read: endpoint({
    id: 'items.read',
    method: 'GET',
    path: `${inItems}/:item`,
    summary: 'One item.',
    access: 'books.read',
    params: AtItem,
    response: Item,
    status: 200,
  }),
  change: endpoint({
    id: 'items.change',
    method: 'PATCH',
    path: `${inItems}/:item`,
    summary: 'Change what is known of an item.',
    access: 'books.write',
    params: AtItem,
    body: Type.Object({
      name: Type.Optional(Line(200)),
      category: Type.Optional(Maybe(Line(80))),
      unit: Type.Optional(Maybe(Line(24))),
      barcode: Type.Optional(Maybe(Type.String({ pattern: '^[0-9]{8,14}$' }))),
      variantOf: Type.Optional(Maybe(Id)),
    }),
    response: Item,
    status: 200,
    example: { category: 'Footballs', unit: 'piece' },
  }),
  changeSupply: endpoint({
    id: 'items.changeSupply',
    method: 'PATCH',
    path: `${inItems}/:item/supply`,
    summary: 'Stock on hand, lead time, pack, minimum order, cost: the plan of the item is made anew.',
    access: 'plan.write',
    params: AtItem,
    body: Type.Partial(Supply),
    response: Item,
    status: 200,
    example: { onHandMilli: 240000, leadTimeDays: 21 },
  }),
} as const
