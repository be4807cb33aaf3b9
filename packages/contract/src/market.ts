// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { Holiday } from './calendar.ts'
import { endpoint } from './endpoint.ts'
import { Provenance, Sentence } from './outlook.ts'
import { Currency, Day, DeclinedReply, Instant, Line, Maybe, OneOf, PageQuery, pageFields } from './primitives.ts'

const AtBusiness = Type.Object(businessParam)

/** What a series measures: what things cost, what crosses borders, currencies, what fields gave, a price index. */
export const marketKinds = ['price', 'trade', 'rate', 'harvest', 'index'] as const
export const marketFrequencies = ['day', 'week', 'month', 'quarter', 'year'] as const
/** The readers by which series come in; `invented` is the sample shop's. */
export const marketSources = ['wfp', 'comtrade', 'worldbank', 'faostat', 'ecb', 'csv', 'invented'] as const
/** How far back a page looks. */
export const marketSpans = ['1y', '3y', '10y', 'all'] as const
/** How series are compared: first common value as 100, in one currency, or in the money of today. */
export const marketMeasures = ['index', 'nominal', 'real'] as const

const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 120, examples: ['invented-rice-town'] })
const AtSeries = Type.Object({ ...businessParam, series: Slug })

/** A change against an older value; `ratio` is new over old, less one. */
const MarketChange = Type.Object({ from: Day, ratio: Type.Number() })

/** One series in a list. */
export const MarketBrief = Type.Object({
  slug: Type.String(),
  /** The Urdu name is null where its words are not known. */
  name: Type.Object({ en: Type.String(), ur: Maybe(Type.String()) }),
  kind: OneOf(marketKinds),
  source: OneOf(marketSources),
  unit: Maybe(Type.String()),
  currency: Maybe(Currency),
  /** Of a rate: units of `currency` for one of this. */
  perCurrency: Maybe(Currency),
  frequency: OneOf(marketFrequencies),
  region: Maybe(Type.String()),
  place: Maybe(Type.String()),
  commodity: Maybe(Type.String()),
  invented: Type.Boolean(),
  watched: Type.Boolean(),
  /** True when it stopped long before today: what is expected begins at its end. */
  ended: Type.Boolean(),
  firstDay: Day,
  lastDay: Day,
  lastValue: Type.Number(),
  points: Type.Integer(),
  /** Against the period before, and against a year before; null where there is none. */
  change: Maybe(MarketChange),
  yearChange: Maybe(MarketChange),
  spark: Type.Array(Type.Number()),
})

/** A row of the catalogue: one series, or what one thing costs (yields) in several places. */
export const MarketGroup = Type.Object({
  name: Type.Object({ en: Type.String(), ur: Maybe(Type.String()) }),
  series: Type.Array(MarketBrief),
})

/** History and what is expected. Days are the first of their period. */
export const MarketChart = Type.Object({
  past: Type.Array(Type.Object({ day: Day, value: Type.Number() })),
  /** How far back `past` goes. */
  span: OneOf(marketSpans),
  /** Of how many points `past` shows one. */
  everyNth: Type.Integer(),
  next: Type.Array(
    Type.Object({
      day: Day,
      mean: Type.Number(),
      lo80: Type.Number(),
      hi80: Type.Number(),
      lo95: Type.Number(),
      hi95: Type.Number(),
    }),
  ),
  /** Why there is no forecast, when there is none. */
  declined: Maybe(DeclinedReply),
  model: Maybe(Type.String()),
  /** Days from which the level was another one, with its change, and how sure that is, 0.5 to 1. */
  shifts: Type.Array(Type.Object({ day: Day, ratio: Type.Number(), sure: Type.Number() })),
  /** Days from which it rose or fell at another pace: shares a year before and after. */
  turns: Type.Array(Type.Object({ day: Day, before: Type.Number(), after: Type.Number(), sure: Type.Number() })),
  unusual: Type.Array(Type.Object({ day: Day, value: Type.Number(), usual: Type.Number() })),
  holidays: Type.Array(Holiday),
})

/** How often what was expected came true when the past was forecast from the further past. */
export const MarketAccuracy = Type.Object({
  /** Values that were foretold and have come. */
  judged: Type.Integer(),
  inside80: Type.Integer(),
  inside95: Type.Integer(),
  /** Mean miss over that of repeating the last value (or last year's); below 1 is better. */
  againstNaive: Maybe(Type.Number()),
  /** Typical miss as a share of the value. */
  typicalMiss: Maybe(Type.Number()),
})

/** A month of the year, and what it is to a usual one: 1.1 is a tenth above. */
const SeasonMonth = Type.Object({ month: Type.Integer({ minimum: 1, maximum: 12 }), factor: Type.Number() })

const Season = Type.Union([
  Type.Object({
    kind: Type.Literal('season'),
    /** Whether a season shows at all; where not, all months are 1. */
    shows: Type.Boolean(),
    /** 0 none, 1 all of the movement around the course. */
    strength: Type.Number(),
    peak: SeasonMonth,
    trough: SeasonMonth,
    highMonths: Type.Array(Type.Integer({ minimum: 1, maximum: 12 })),
    lowMonths: Type.Array(Type.Integer({ minimum: 1, maximum: 12 })),
    /** What each month, January first, is to a usual one: 1.1 is a tenth above. */
    months: Type.Array(Type.Number()),
    years: Type.Integer(),
  }),
  DeclinedReply,
])

/** Which way it has been going since its course last changed. */
const MarketTrend = Type.Object({
  direction: OneOf(['up', 'down', 'flat', 'unclear'] as const),
  /** Share a year; a fall is below 0. */
  ratio: Type.Number(),
  strength: OneOf(['none', 'slight', 'moderate', 'strong', 'very-strong'] as const),
  /** How sure of the direction, 0.5 to 1. */
  sure: Type.Number(),
  since: Day,
})

/** What the change since a year before is made of: the sizes add up to `after` less `before`. */
const MarketChanged = Type.Object({
  from: Day,
  before: Type.Number(),
  after: Type.Number(),
  parts: Type.Array(
    Type.Object({
      part: OneOf(['level', 'trend', 'season', 'one-off', 'rest'] as const),
      /** In units of the series. */
      size: Type.Number(),
      /** As a share of `before`; null where that is not above zero. */
      ratio: Maybe(Type.Number()),
    }),
  ),
  /** Whether the whole is more than what is left unexplained does by chance. */
  beyondChance: Type.Boolean(),
  /** True where the history is too short to tell the season apart. */
  withoutSeason: Type.Boolean(),
})

/** One load of a source. */
export const MarketRun = Type.Object({
  source: OneOf(marketSources),
  origin: Type.String(),
  sha256: Maybe(Type.String()),
  rowsRead: Type.Integer(),
  rowsKept: Type.Integer(),
  rowsSkipped: Type.Integer(),
  skipped: Type.Array(
    Type.Object({
      reason: Type.String(),
      rows: Type.Integer(),
      first: Type.Object({ line: Type.Integer(), column: Maybe(Type.String()), cell: Type.String() }),
    }),
  ),
  series: Type.Integer(),
  pointsAdded: Type.Integer(),
  pointsRevised: Type.Integer(),
  startedAt: Instant,
  endedAt: Maybe(Instant),
  outcome: OneOf(['running', 'done', 'unchanged', 'failed'] as const),
  errorCode: Maybe(Type.String()),
})

/** What is odd about how a series came: `code` names the words, `day` and `count` fill them. */
const MarketNote = Type.Object({
  code: Type.String(),
  values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
})

export const MarketStory = Type.Object({
  brief: MarketBrief,
  chart: MarketChart,
  /** What changed and by how much, the most telling first. */
  sentences: Type.Array(Sentence),
  /** Null where there is too little past. */
  trend: Maybe(MarketTrend),
  /** Against a year before; null where there is none. */
  changed: Maybe(MarketChanged),
  season: Season,
  accuracy: Maybe(MarketAccuracy),
  notes: Type.Array(MarketNote),
  sourceName: Type.String(),
  licence: Type.String(),
  sourceUrl: Maybe(Type.String()),
  /** The load that its data come from, and a later one that failed, when there is one. */
  run: Maybe(MarketRun),
  failedSince: Maybe(MarketRun),
  /** Null while the engine has not seen it yet. */
  provenance: Maybe(Provenance),
})

const ComparedLine = Type.Object({
  slug: Type.String(),
  name: Type.Object({ en: Type.String(), ur: Maybe(Type.String()) }),
  unit: Maybe(Type.String()),
  /** The currency of the values; null for an index, or where the series is not money. */
  currency: Maybe(Currency),
  points: Type.Array(Type.Object({ day: Day, value: Type.Number() })),
  lastDay: Day,
  /** First common value to the last, as new over old less one; null with fewer than two points. */
  ratio: Maybe(Type.Number()),
})

export const MarketComparison = Type.Object({
  measure: OneOf(marketMeasures),
  currency: Maybe(Currency),
  lines: Type.Array(ComparedLine),
  /** Series that could not be shown this way, and why: no rate for its currency, no price index, no common days. */
  leftOut: Type.Array(
    Type.Object({
      slug: Type.String(),
      name: Type.Object({ en: Type.String(), ur: Maybe(Type.String()) }),
      why: DeclinedReply,
    }),
  ),
  /** The index by which prices were made real, and the month whose money they are in. */
  deflator: Maybe(
    Type.Object({ slug: Type.String(), name: Type.Object({ en: Type.String(), ur: Maybe(Type.String()) }), base: Day }),
  ),
  /** Day whose values are 100. */
  base: Maybe(Day),
  /** Currencies that a rate is known for. */
  currencies: Type.Array(Currency),
  /** True when a price index is loaded. */
  canBeReal: Type.Boolean(),
})

const compareQuery = {
  /** Slugs, separated by commas; six at most. */
  series: Type.Optional(Type.String({ maxLength: 800, pattern: '^[a-z0-9,-]*$', examples: ['invented-rice-town'] })),
  measure: Type.Optional(OneOf(marketMeasures)),
  currency: Type.Optional(Currency),
  span: Type.Optional(OneOf(marketSpans)),
}

const catalogueQuery = {
  ...PageQuery,
  search: Type.Optional(Line(100)),
  kind: Type.Optional(OneOf(marketKinds)),
  source: Type.Optional(OneOf(marketSources)),
  place: Type.Optional(Line(120)),
  sort: Type.Optional(OneOf(['name', 'rising', 'falling', 'newest'] as const)),
}

/** What there is to choose from, with how many series each has. */
const catalogueChoices = {
  kinds: Type.Array(Type.Object({ kind: OneOf(marketKinds), count: Type.Integer() })),
  places: Type.Array(Type.Object({ place: Type.String(), count: Type.Integer() })),
  sources: Type.Array(Type.Object({ source: OneOf(marketSources), count: Type.Integer() })),
}

export const marketEndpoints = {
  list: endpoint({
    id: 'market.list',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/series',
    summary: 'The catalogue of market series, those watched first.',
    access: 'books.read',
    params: AtBusiness,
    query: Type.Object({ ...catalogueQuery, watched: Type.Optional(Type.Boolean()) }),
    response: Type.Object({ ...pageFields(MarketBrief), count: Type.Integer(), ...catalogueChoices }),
    status: 200,
  }),
  groups: endpoint({
    id: 'market.groups',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/groups',
    summary: 'The catalogue by what is sold or grown: the places where it is, together.',
    access: 'books.read',
    params: AtBusiness,
    query: Type.Object({
      ...catalogueQuery,
      /** A kind to leave out. */
      except: Type.Optional(OneOf(marketKinds)),
    }),
    response: Type.Object({
      ...pageFields(MarketGroup),
      /** Rows, and series in them. */
      count: Type.Integer(),
      seriesCount: Type.Integer(),
      ...catalogueChoices,
    }),
    status: 200,
  }),
  read: endpoint({
    id: 'market.read',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/series/:series',
    summary: 'One series: history, what is expected, what changed, seasons, where it comes from.',
    access: 'books.read',
    params: AtSeries,
    query: Type.Object({ span: Type.Optional(OneOf(marketSpans)) }),
    response: MarketStory,
    status: 200,
  }),
  file: endpoint({
    id: 'market.file',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/series/:series/file',
    summary: 'All values of a series and what is expected, as a CSV file.',
    access: 'books.read',
    params: AtSeries,
    response: 'bytes',
    status: 200,
  }),
  compare: endpoint({
    id: 'market.compare',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/compare',
    summary: 'Up to six series beside each other: from 100, in one currency, or in the money of one month.',
    access: 'books.read',
    params: AtBusiness,
    query: Type.Object(compareQuery),
    response: MarketComparison,
    status: 200,
  }),
  compareFile: endpoint({
    id: 'market.compareFile',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/compare/file',
    summary: 'A comparison as a CSV file.',
    access: 'books.read',
    params: AtBusiness,
    query: Type.Object(compareQuery),
    response: 'bytes',
    status: 200,
  }),
  accuracy: endpoint({
    id: 'market.accuracy',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/accuracy',
    summary: 'How often the forecasts of the series here came true, by frequency.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({
      items: Type.Array(
        Type.Object({ frequency: OneOf(marketFrequencies), series: Type.Integer(), accuracy: MarketAccuracy }),
      ),
    }),
    status: 200,
  }),
  runs: endpoint({
    id: 'market.runs',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/runs',
    summary: 'The loads of market data, newest first.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({ items: Type.Array(MarketRun) }),
    status: 200,
  }),
  watch: endpoint({
    id: 'market.watch',
    method: 'PUT',
    path: '/api/v1/businesses/:business/market/watches/:series',
    summary: "Puts a series on the business's watch-list.",
    access: 'books.write',
    params: AtSeries,
    response: MarketBrief,
    status: 200,
  }),
  unwatch: endpoint({
    id: 'market.unwatch',
    method: 'DELETE',
    path: '/api/v1/businesses/:business/market/watches/:series',
    summary: "Takes a series off the business's watch-list.",
    access: 'books.write',
    params: AtSeries,
    response: MarketBrief,
    status: 200,
  }),
} as const
