// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Day, DeclinedReply, Maybe, OneOf } from './primitives.ts'

const SeriesName = Type.Object({
  slug: Type.String(),
  name: Type.Object({ en: Type.String(), ur: Maybe(Type.String()) }),
})
const MoveSubject = Type.Object({ kind: OneOf(['business', 'category'] as const), name: Type.String() })

/** How a market series and sales move together. */
export const Move = Type.Object({
  subject: MoveSubject,
  series: SeriesName,
  /** Months by which the market goes before. */
  lag: Type.Integer(),
  correlation: Type.Number(),
  months: Type.Integer(),
  effectiveMonths: Type.Number(),
  /** Chance that one as strong comes by luck, after all lags and pairs that were tried. */
  chance: Type.Number(),
  verdict: OneOf(['likely', 'maybe', 'chance'] as const),
  /** What neither side's past foretells, in units of its own spread; the market moved by the lag. */
  pairs: Type.Array(Type.Object({ day: Day, sales: Type.Number(), market: Type.Number() })),
})

export const moveEndpoints = {
  list: endpoint({
    id: 'moves.list',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/moves',
    summary:
      'What moves with the sales of the business and its categories among the series that it watches, strongest first.',
    access: 'books.read',
    params: Type.Object(businessParam),
    response: Type.Object({
      items: Type.Array(Move),
      /** Pairs that were looked at: all count against each. */
      tried: Type.Integer(),
      /** Watched series that nothing can be said of, and why. */
      leftOut: Type.Array(Type.Object({ series: SeriesName, why: DeclinedReply })),
      watched: Type.Integer(),
      /** Whole months of sales in the books. */
      months: Type.Integer(),
      /** Why nothing is said at all. */
      declined: Maybe(DeclinedReply),
    }),
    status: 200,
  }),
} as const
