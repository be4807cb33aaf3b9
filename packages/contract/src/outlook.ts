// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { Holiday } from './calendar.ts'
import { endpoint } from './endpoint.ts'
import {
  Day,
  DeclinedReply,
  Id,
  Instant,
  Line,
  Maybe,
  MoneyAmount,
  OneOf,
  PageQuery,
  pageFields,
} from './primitives.ts'

const AtBusiness = Type.Object(businessParam)

/** A sentence to be said in the reader's language: the catalogue's key and what it names. */
export const Sentence = Type.Object({
  code: Type.String(),
  values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
})

/** Where a number comes from. */
export const Provenance = Type.Object({
  engine: Type.String(),
  version: Type.String(),
  seed: Type.Integer(),
  inputHash: Type.String(),
  madeAt: Instant,
})

/** Money of one stretch of days against another; `ratio` is new over old, less one. */
export const Change = Type.Object({
  kind: Type.Literal('change'),
  from: Day,
  to: Day,
  net: MoneyAmount,
  ratio: Type.Number(),
})
const Compared = Type.Union([Change, DeclinedReply])

/** History and what is expected, by week. */
export const Chart = Type.Object({
  unit: OneOf(['money', 'pieces'] as const),
  past: Type.Array(Type.Object({ from: Day, value: Type.Number() })),
  next: Type.Array(Type.Object({ from: Day, mean: Type.Number(), lo: Type.Number(), hi: Type.Number() })),
  /** Why there is no forecast, when there is none. */
  declined: Maybe(DeclinedReply),
  model: Maybe(Type.String()),
  holidays: Type.Array(Holiday),
  /** Unusual weeks, as positions in `past`. */
  marks: Type.Array(Type.Integer()),
})

const Subject = Type.Object({
  kind: OneOf(['business', 'item', 'customer', 'category', 'country', 'channel'] as const),
  key: Type.String(),
  name: Type.String(),
})

export const taskKinds = [
  'order-stock',
  'count-stock',
  'ask-customer',
  'look-at-price',
  'slow-stock',
  'look-at-drop',
] as const
export const Task = Type.Object({
  kind: OneOf(taskKinds),
  subject: Subject,
  reason: Sentence,
  why: Type.Array(Sentence),
  /** Money at stake, an estimate; what the list is ordered by. */
  worth: Maybe(MoneyAmount),
  /** Pieces to order, for `order-stock`. */
  quantityMilli: Maybe(Type.Integer()),
})

export const Unusual = Type.Object({
  kind: OneOf(['spike', 'collapse', 'lost-customer'] as const),
  subject: Subject,
  day: Day,
  sentence: Sentence,
  why: Type.Array(Sentence),
  /** Comparable values, oldest first; the last is the unusual one. */
  bars: Type.Array(Type.Number()),
})

const Mover = Type.Object({
  subject: Subject,
  ratio: Type.Number(),
  net: MoneyAmount,
  spark: Type.Array(Type.Number()),
})

export const Today = Type.Object({
  today: Day,
  /** True when the books end before the real day, so that `today` is their last day. */
  booksEnded: Type.Boolean(),
  last30: Type.Object({
    from: Day,
    to: Day,
    net: MoneyAmount,
    orders: Type.Integer(),
    before: Compared,
    lastYear: Compared,
  }),
  chart: Chart,
  tasks: Type.Array(Task),
  unusual: Type.Array(Unusual),
  rising: Type.Array(Mover),
  falling: Type.Array(Mover),
  items: Type.Integer(),
  provenance: Provenance,
})

/** What the page shows while there is nothing yet, or while it is made. */
export const OutlookState = Type.Object({
  state: OneOf(['empty', 'working', 'ready'] as const),
  /** The job that makes it, when one is at work. */
  job: Maybe(
    Type.Object({ id: Id, kind: Type.String(), done: Type.Number(), total: Maybe(Type.Number()), unit: Type.String() }),
  ),
  today: Maybe(Today),
})

export const trendSubjects = ['item', 'category', 'country', 'customer', 'channel'] as const
export const abcClasses = ['A', 'B', 'C'] as const
export const xyzClasses = ['X', 'Y', 'Z'] as const
export const trendStatuses = ['new', 'steady', 'returning', 'lost'] as const

/** One thing in a list of trends. */
export const TrendBrief = Type.Object({
  key: Type.String(),
  name: Type.String(),
  /** The item's code, where it is an item. */
  code: Maybe(Type.String()),
  category: Maybe(Type.String()),
  rank: Type.Integer(),
  /** Places gained (positive) or lost against the 30 days before. */
  rankChange: Maybe(Type.Integer()),
  abc: Maybe(OneOf(abcClasses)),
  xyz: Maybe(OneOf(xyzClasses)),
  status: OneOf(trendStatuses),
  net30: MoneyAmount,
  quantity30Milli: Type.Integer(),
  /** Last 30 days against the 30 before; null when there is too little to say. */
  growth: Maybe(Type.Number()),
  spark: Type.Array(Type.Number()),
})

export const TrendStory = Type.Object({
  subject: OneOf(trendSubjects),
  brief: TrendBrief,
  sentence: Sentence,
  more: Type.Array(Sentence),
  last30: MoneyAmount,
  before: Compared,
  lastYear: Compared,
  net12Months: MoneyAmount,
  firstDay: Day,
  lastDay: Day,
  season: Type.Union([
    Type.Object({
      kind: Type.Literal('season'),
      /** 0 none, 1 all of the movement. */
      strength: Type.Number(),
      peakMonths: Type.Array(Type.Integer({ minimum: 1, maximum: 12 })),
      /** True when only one year stands behind it. */
      weak: Type.Boolean(),
    }),
    DeclinedReply,
  ]),
  chart: Chart,
  provenance: Provenance,
})

export const outlookEndpoints = {
  today: endpoint({
    id: 'outlook.today',
    method: 'GET',
    path: '/api/v1/businesses/:business/today',
    summary: 'How sales stand, what to do, what is unusual.',
    access: 'books.read',
    params: AtBusiness,
    response: OutlookState,
    status: 200,
  }),
  listTrends: endpoint({
    id: 'outlook.listTrends',
    method: 'GET',
    path: '/api/v1/businesses/:business/trends/:subject',
    summary: 'Items, categories, countries, customers or channels, by what they bring in.',
    access: 'books.read',
    params: Type.Object({ ...businessParam, subject: OneOf(trendSubjects) }),
    query: Type.Object({
      ...PageQuery,
      search: Type.Optional(Line(100)),
      abc: Type.Optional(OneOf(abcClasses)),
      xyz: Type.Optional(OneOf(xyzClasses)),
      status: Type.Optional(OneOf(trendStatuses)),
      category: Type.Optional(Line(80)),
      sort: Type.Optional(OneOf(['rank', 'rising', 'falling', 'name'] as const)),
    }),
    response: Type.Object({ ...pageFields(TrendBrief), count: Type.Integer() }),
    status: 200,
  }),
  readTrend: endpoint({
    id: 'outlook.readTrend',
    method: 'GET',
    path: '/api/v1/businesses/:business/trends/:subject/:key',
    summary: 'The whole story of one item, category, country, customer or channel.',
    access: 'books.read',
    params: Type.Object({ ...businessParam, subject: OneOf(trendSubjects), key: Type.String({ maxLength: 200 }) }),
    response: TrendStory,
    status: 200,
  }),
} as const
