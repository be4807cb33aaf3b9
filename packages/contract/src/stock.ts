// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Day, Empty, Id, Instant, Line, Maybe, MoneyAmount, OneOf, Page, PageQuery } from './primitives.ts'

const inStock = '/api/v1/businesses/:business/stock'
const AtBusiness = Type.Object(businessParam)
const AtItem = Type.Object({ ...businessParam, item: Id })

export const placeKinds = ['shop', 'store'] as const
const moveKinds = [
  'opening',
  'receive',
  'count',
  'adjust',
  'ship',
  'return',
  'supplier-return',
  'transfer-out',
  'transfer-in',
  'cost',
] as const
/** Why a person corrects stock. */
export const adjustReasons = [
  'damaged',
  'expired',
  'lost',
  'stolen',
  'used',
  'gift',
  'found',
  'mistake',
  'other',
] as const
/** What the list of stock shows: everything, what runs low, what is below nothing, what expires within 30 days. */
export const stockViews = ['all', 'low', 'below-zero', 'expiring'] as const

/** Where stock lies. An empty name: nobody named the first place yet. */
const Place = Type.Object({
  id: Id,
  name: Type.String(),
  kind: OneOf([...placeKinds, 'transit']),
  isDefault: Type.Boolean(),
  version: Type.Integer(),
})

const StockSettings = Type.Object({
  /** True: goods may leave that the books do not have; the move says so. */
  allowBelowZero: Type.Boolean(),
  /** More may arrive than was ordered, up to this share of it. */
  overReceiptPercent: Type.Integer({ minimum: 0, maximum: 100 }),
  version: Type.Integer({ minimum: 1 }),
})

/** An item in the list of stock, over all places. */
export const StockRow = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: Type.String(),
  unit: Maybe(Type.String()),
  onHandMilli: Type.Integer(),
  reservedMilli: Type.Integer(),
  value: MoneyAmount,
  isLow: Type.Boolean(),
  /** The first day on which something of it expires; null: nothing does. */
  expiresOn: Maybe(Day),
})

export const StockMoveShown = Type.Object({
  id: Id,
  at: Instant,
  day: Day,
  kind: OneOf(moveKinds),
  place: Type.String(),
  lot: Maybe(Type.String()),
  quantityMilli: Type.Integer(),
  value: MoneyAmount,
  reason: Maybe(Type.String()),
  belowZero: Type.Boolean(),
})

/** Stock of one item: by place and lot, what it is worth by average and by arrival, and its last moves. */
export const ItemStock = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: Type.String(),
  unit: Maybe(Type.String()),
  onHandMilli: Type.Integer(),
  reservedMilli: Type.Integer(),
  value: MoneyAmount,
  /** What one unit is worth at moving average; null while there is none. */
  averageCost: Maybe(MoneyAmount),
  /** What all of it is worth when what came first left first. */
  layersValue: MoneyAmount,
  wantsLots: Type.Boolean(),
  places: Type.Array(
    Type.Object({
      placeId: Id,
      place: Type.String(),
      kind: OneOf([...placeKinds, 'transit']),
      onHandMilli: Type.Integer(),
      reservedMilli: Type.Integer(),
      lots: Type.Array(
        Type.Object({ lotId: Id, code: Type.String(), expiresOn: Maybe(Day), onHandMilli: Type.Integer() }),
      ),
    }),
  ),
  layers: Type.Array(Type.Object({ day: Day, quantityMilli: Type.Integer(), value: MoneyAmount })),
  moves: Type.Array(StockMoveShown),
  nextMoves: Maybe(Type.String()),
})

const mostMilli = 1_000_000_000_000
const Quantity = Type.Integer({ minimum: 1, maximum: mostMilli })
const Change = Type.Integer({ minimum: -mostMilli, maximum: mostMilli })
/** Goods on their way in may name a lot that is not known yet: by its code, with its last day. */
const LotNamed = {
  lotId: Type.Optional(Maybe(Id)),
  lotCode: Type.Optional(Maybe(Line(60))),
  expiresOn: Type.Optional(Maybe(Day)),
}
const PaperHead = {
  /** Made on the phone: handed in twice it is done once. */
  clientId: Type.Optional(Id),
  placeId: Type.Optional(Maybe(Id)),
  /** Absent: today. */
  day: Type.Optional(Day),
  note: Type.Optional(Maybe(Line(300))),
}

/** A transfer, opening or correction, as it was taken down. */
export const StockPaper = Type.Object({
  id: Id,
  kind: OneOf(['opening', 'adjust', 'transfer']),
  state: OneOf(['done', 'on-the-way']),
  placeId: Id,
  toPlaceId: Maybe(Id),
  day: Day,
  reason: Maybe(Type.String()),
  note: Maybe(Type.String()),
  version: Type.Integer(),
  lines: Type.Array(
    Type.Object({
      itemId: Id,
      name: Type.String(),
      unit: Maybe(Type.String()),
      quantityMilli: Type.Integer(),
      value: MoneyAmount,
    }),
  ),
})

export const stockEndpoints = {
  list: endpoint({
    id: 'stock.list',
    method: 'GET',
    path: inStock,
    summary: 'What is in stock, by name.',
    access: 'books.read',
    params: AtBusiness,
    query: Type.Object({ ...PageQuery, search: Type.Optional(Line(100)), view: Type.Optional(OneOf(stockViews)) }),
    response: Page(StockRow),
    status: 200,
  }),
  summary: endpoint({
    id: 'stock.summary',
    method: 'GET',
    path: `${inStock}/summary`,
    summary:
      'How many items are in stock, low, below nothing, about to expire; what all of it is worth; what is on the way.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({
      items: Type.Integer(),
      low: Type.Integer(),
      belowZero: Type.Integer(),
      expiring: Type.Integer(),
      value: MoneyAmount,
      onTheWay: Type.Array(StockPaper),
    }),
    status: 200,
  }),
  item: endpoint({
    id: 'stock.item',
    method: 'GET',
    path: `${inStock}/items/:item`,
    summary: 'Stock of one item by place and lot, its worth, its moves.',
    access: 'books.read',
    params: AtItem,
    query: Type.Object({ cursor: PageQuery.cursor }),
    response: ItemStock,
    status: 200,
  }),
  wantLots: endpoint({
    id: 'stock.wantLots',
    method: 'PUT',
    path: `${inStock}/items/:item/lots`,
    summary: 'Keep an item by lots with their last days, or stop.',
    access: 'stock.write',
    params: AtItem,
    body: Type.Object({ wanted: Type.Boolean() }),
    response: Empty,
    status: 200,
    example: { wanted: true },
  }),
  places: endpoint({
    id: 'stock.places',
    method: 'GET',
    path: `${inStock}/places`,
    summary: 'Where stock lies, and how it is handled.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({ places: Type.Array(Place), settings: StockSettings }),
    status: 200,
  }),
  addPlace: endpoint({
    id: 'stock.addPlace',
    method: 'POST',
    path: `${inStock}/places`,
    summary: 'A new place.',
    access: 'stock.write',
    params: AtBusiness,
    body: Type.Object({ name: Line(60), kind: OneOf(placeKinds) }),
    response: Place,
    status: 201,
    example: { name: 'Godown', kind: 'store' },
  }),
  changePlace: endpoint({
    id: 'stock.changePlace',
    method: 'PATCH',
    path: `${inStock}/places/:place`,
    summary: 'Name a place anew, or make it the one that is meant when nobody names one.',
    access: 'stock.write',
    params: Type.Object({ ...businessParam, place: Id }),
    body: Type.Object({
      name: Type.Optional(Line(60)),
      isDefault: Type.Optional(Type.Literal(true)),
      version: Type.Integer({ minimum: 1 }),
    }),
    response: Place,
    status: 200,
    example: { name: 'Main shop', version: 1 },
  }),
  changeSettings: endpoint({
    id: 'stock.changeSettings',
    method: 'PUT',
    path: `${inStock}/settings`,
    summary: 'Whether stock may go below nothing; how much more than ordered may arrive.',
    access: 'settings.manage',
    params: AtBusiness,
    body: StockSettings,
    response: StockSettings,
    status: 200,
    example: { allowBelowZero: false, overReceiptPercent: 10, version: 1 },
  }),
  open: endpoint({
    id: 'stock.open',
    method: 'POST',
    path: `${inStock}/openings`,
    summary: 'What was in stock when the books began.',
    access: 'stock.write',
    params: AtBusiness,
    body: Type.Object({
      ...PaperHead,
      lines: Type.Array(
        Type.Object({ itemId: Id, quantityMilli: Quantity, unitCost: Type.Optional(Maybe(MoneyAmount)), ...LotNamed }),
        { minItems: 1, maxItems: 1000 },
      ),
    }),
    response: StockPaper,
    status: 201,
  }),
  adjust: endpoint({
    id: 'stock.adjust',
    method: 'POST',
    path: `${inStock}/adjustments`,
    summary: 'Correct stock, with the reason.',
    access: 'stock.write',
    params: AtBusiness,
    body: Type.Object({
      ...PaperHead,
      reason: OneOf(adjustReasons),
      lines: Type.Array(Type.Object({ itemId: Id, quantityMilli: Change, ...LotNamed }), {
        minItems: 1,
        maxItems: 1000,
      }),
    }),
    response: StockPaper,
    status: 201,
  }),
  transfer: endpoint({
    id: 'stock.transfer',
    method: 'POST',
    path: `${inStock}/transfers`,
    summary: 'Take goods from one place to another: at once, or on the way until somebody says that they arrived.',
    access: 'stock.write',
    params: AtBusiness,
    body: Type.Object({
      ...PaperHead,
      toPlaceId: Id,
      arrives: OneOf(['now', 'later']),
      lines: Type.Array(Type.Object({ itemId: Id, quantityMilli: Quantity }), { minItems: 1, maxItems: 1000 }),
    }),
    response: StockPaper,
    status: 201,
  }),
  arrive: endpoint({
    id: 'stock.arrive',
    method: 'POST',
    path: `${inStock}/transfers/:transfer/arrival`,
    summary: 'The goods of a transfer arrived.',
    access: 'stock.write',
    params: Type.Object({ ...businessParam, transfer: Id }),
    body: Type.Object({ version: Type.Integer({ minimum: 1 }) }),
    response: StockPaper,
    status: 200,
    example: { version: 1 },
  }),
} as const
