// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Day, Id, Line, Maybe, MoneyAmount, Page, PageQuery, UnitPrice } from './primitives.ts'

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

const Words = Type.Record(Type.String({ pattern: '^[a-z]{2,3}$' }), Type.String({ maxLength: 4000 }))
const Named = Type.Record(Line(40), Line(200))
const Millimetres = Maybe(Type.Integer({ minimum: 1, maximum: 100_000 }))

/** What a buyer reads of an item, and what papers and carriers ask. */
const details = {
  /** By language. */
  descriptions: Words,
  /** What its category asks: material, origin. */
  attributes: Named,
  /** Of a variant: what tells it from its sisters, such as size and colour. */
  options: Named,
  weightGrams: Maybe(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
  lengthMm: Millimetres,
  widthMm: Millimetres,
  heightMm: Millimetres,
}

/** Digits of 8, 12, 13 or 14 with a check digit (GS1). */
const Barcode = Type.String({ pattern: '^[0-9]{8,14}$', examples: ['4006381333931'] })

export const Item = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  category: Maybe(Type.String()),
  unit: Maybe(Type.String()),
  barcode: Maybe(Type.String()),
  /** The item this is a variant of (another size, another colour). */
  variantOf: Maybe(Id),
  ...details,
  archived: Type.Boolean(),
  /** The photograph that stands for it. */
  photoId: Maybe(Id),
  /** What it costs by default, one unit. */
  price: Maybe(UnitPrice),
  version: Type.Integer(),
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
  create: endpoint({
    id: 'items.create',
    method: 'POST',
    path: inItems,
    summary: 'A new item; without a code it gets one.',
    access: 'books.write',
    params: Type.Object(businessParam),
    body: Type.Object({
      name: Line(200),
      code: Type.Optional(Line(120)),
      category: Type.Optional(Maybe(Line(80))),
      unit: Type.Optional(Maybe(Line(24))),
      barcode: Type.Optional(Maybe(Barcode)),
      price: Type.Optional(UnitPrice),
    }),
    response: Item,
    status: 201,
    example: { name: 'Football, size 5', unit: 'piece' },
  }),
  makeVariants: endpoint({
    id: 'items.makeVariants',
    method: 'POST',
    path: `${inItems}/:item/variants`,
    summary: 'An item for each combination of sizes, colours and the like; those that are there stay.',
    access: 'books.write',
    params: AtItem,
    body: Type.Object({
      options: Type.Array(
        Type.Object({ name: Line(40), values: Type.Array(Line(60), { minItems: 1, maxItems: 40 }) }),
        { minItems: 1, maxItems: 4 },
      ),
    }),
    response: Type.Object({ made: Type.Integer(), there: Type.Integer() }),
    status: 200,
    example: { options: [{ name: 'size', values: ['4', '5'] }] },
  }),
  variants: endpoint({
    id: 'items.variants',
    method: 'GET',
    path: `${inItems}/:item/variants`,
    summary: 'The variants of an item, by name.',
    access: 'books.read',
    params: AtItem,
    response: Type.Object({ items: Type.Array(Item) }),
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
      barcode: Type.Optional(Maybe(Barcode)),
      variantOf: Type.Optional(Maybe(Id)),
      ...Type.Partial(Type.Object(details)).properties,
      archived: Type.Optional(Type.Boolean()),
      /** The version that was seen; left out: whatever it is now. */
      version: Type.Optional(Type.Integer({ minimum: 1 })),
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
