// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Sentence } from './outlook.ts'
import { Day, Line, Maybe, OneOf } from './primitives.ts'

const SeriesName = Type.Object({
  slug: Type.String(),
  name: Type.Object({ en: Type.String(), ur: Maybe(Type.String()) }),
})
const Span = Maybe(Type.Object({ from: Day, to: Day }))

/** What a question is answered with. The page asks for the rest: charts, lists. */
export const AskAnswer = Type.Union([
  Type.Object({
    kind: Type.Literal('series'),
    ask: OneOf(['now', 'past', 'ahead', 'why', 'season', 'highest', 'lowest'] as const),
    series: SeriesName,
    time: Span,
    /** The figures, the answer itself first; days in them are ISO days. */
    sentences: Type.Array(Sentence),
    /** Other series that fit the words. */
    others: Type.Array(SeriesName),
    /** A place that was asked for and that no series of the goods has. */
    placeMissing: Maybe(Type.String()),
  }),
  Type.Object({ kind: Type.Literal('compare'), series: Type.Array(SeriesName), time: Span }),
  Type.Object({ kind: Type.Literal('my-items'), way: OneOf(['rising', 'falling', 'best'] as const) }),
  Type.Object({ kind: Type.Literal('my-sales'), ask: OneOf(['now', 'ahead', 'why'] as const) }),
  Type.Object({ kind: Type.Literal('where-to-sell') }),
  Type.Object({ kind: Type.Literal('moves') }),
  /** Understood, but nothing of it is loaded. */
  Type.Object({ kind: Type.Literal('no-series'), goods: Type.Array(Type.String()) }),
  /** Not understood; what was heard all the same. */
  Type.Object({ kind: Type.Literal('not-understood'), heard: Type.Array(Type.String()) }),
])

export const askEndpoints = {
  ask: endpoint({
    id: 'ask.ask',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/ask',
    summary:
      'Answers a question in English, Urdu or Roman Urdu from the market series and the books, or says it does not understand.',
    access: 'books.read',
    params: Type.Object(businessParam),
    query: Type.Object({ question: Line(300) }),
    response: AskAnswer,
    status: 200,
  }),
  examples: endpoint({
    id: 'ask.examples',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/ask/examples',
    summary: 'Goods and places that questions can be asked about here, for examples.',
    access: 'books.read',
    params: Type.Object(businessParam),
    response: Type.Object({
      /** Goods of series that are loaded, each with a place where it has one. */
      items: Type.Array(
        Type.Object({
          good: Type.Object({ en: Type.String(), ur: Maybe(Type.String()) }),
          place: Maybe(Type.Object({ en: Type.String(), ur: Maybe(Type.String()) })),
        }),
      ),
    }),
    status: 200,
  }),
} as const
