// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Sentence } from './outlook.ts'
import { Bilingual, Currency, Day, DeclinedReply, Line, Maybe, OneOf } from './primitives.ts'

const AtBusiness = Type.Object(businessParam)
const HeadingCode = Type.String({ pattern: '^\\d{4}$', examples: ['9506'] })

/** What a destination is ranked by. */
export const destinationParts = ['size', 'growth', 'stability', 'price', 'distance', 'preference'] as const
/** What a heading is given to: all goods of a category, or one item. */
export const headingSubjects = ['category', 'item'] as const

/** A heading of the Harmonised System; the name is null where it is not loaded, its Urdu where it is not known. */
const Heading = Type.Object({
  code: HeadingCode,
  name: Maybe(Type.Object({ en: Type.String(), ur: Maybe(Type.String()) })),
})

const Preference = Type.Object({
  names: Bilingual,
  cover: OneOf(['most', 'some', 'none'] as const),
  proof: Bilingual,
  /** True where it has to be looked up before anybody relies on it. */
  check: Type.Boolean(),
  source: Type.String(),
  until: Maybe(Day),
})

/** A country with its place, and why. */
const RankedDestination = Type.Object({
  code: Type.String(),
  names: Bilingual,
  rank: Type.Integer(),
  /** 0 to 1; a part that is not known counts as the middle. */
  score: Type.Number(),
  /** Share of the weight that is known. */
  known: Type.Number(),
  parts: Type.Array(Type.Object({ part: OneOf(destinationParts), score: Maybe(Type.Number()), sentence: Sentence })),
  /** What it bought in its last year, and what home sold there; in the ranking's currency. */
  lastValue: Maybe(Type.Number()),
  lastYear: Maybe(Type.Integer()),
  ourValue: Maybe(Type.Number()),
  ourShare: Maybe(Type.Number()),
  distanceKm: Type.Integer(),
  preference: Maybe(Preference),
  spark: Type.Array(Type.Number()),
})

/** Countries for one heading, best first. */
export const DestinationRanking = Type.Object({
  kind: Type.Literal('ranking'),
  currency: Currency,
  weights: Type.Object(
    Object.fromEntries(destinationParts.map((part) => [part, Type.Number()])) as Record<
      (typeof destinationParts)[number],
      ReturnType<typeof Type.Number>
    >,
  ),
  /** Read from what countries buy from all, or only from what home sells. */
  basis: OneOf(['imports', 'home-exports'] as const),
  firstYear: Type.Integer(),
  lastYear: Type.Integer(),
  items: Type.Array(RankedDestination),
  engine: Type.String(),
  version: Type.String(),
  inputHash: Type.String(),
  /** The day of which the preferences are, and the day on which the country's rows were looked over. */
  today: Day,
  checkedOn: Day,
})

export const destinationEndpoints = {
  subjects: endpoint({
    id: 'destinations.subjects',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/sell',
    summary:
      "The business's categories and single items with the heading chosen for each, and headings there is trade of.",
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          subject: OneOf(headingSubjects),
          key: Type.String(),
          name: Type.String(),
          /** Items that it stands for. */
          count: Type.Integer(),
          heading: Maybe(Heading),
        }),
      ),
      traded: Type.Array(Type.Object({ heading: Heading, countries: Type.Integer() })),
      /** True once the operator has loaded what headings are called. */
      named: Type.Boolean(),
    }),
    status: 200,
  }),
  choose: endpoint({
    id: 'destinations.choose',
    method: 'PUT',
    path: '/api/v1/businesses/:business/market/sell/choices',
    summary: 'Says under which heading the goods of a category, or one item by its code, fall; null takes it back.',
    access: 'books.write',
    params: AtBusiness,
    body: Type.Object({ subject: OneOf(headingSubjects), key: Line(300), heading: Maybe(HeadingCode) }),
    example: { subject: 'category', key: 'Kites', heading: '9506' },
    response: Type.Object({ subject: OneOf(headingSubjects), key: Type.String(), heading: Maybe(Heading) }),
    status: 200,
  }),
  headings: endpoint({
    id: 'destinations.headings',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/headings',
    summary: 'Headings found by words of their names or the first digits of their codes.',
    access: 'books.read',
    params: AtBusiness,
    query: Type.Object({ search: Line(100) }),
    response: Type.Object({ items: Type.Array(Heading) }),
    status: 200,
  }),
  rank: endpoint({
    id: 'destinations.rank',
    method: 'GET',
    path: '/api/v1/businesses/:business/market/sell/:heading',
    summary: 'Where to sell goods of a heading: countries ranked, with the reason of each place and what is not known.',
    access: 'books.read',
    params: Type.Object({ ...businessParam, heading: HeadingCode }),
    response: Type.Object({
      heading: Heading,
      /** What of the business falls under it. */
      goods: Type.Array(Type.String()),
      invented: Type.Boolean(),
      ranking: Type.Union([DestinationRanking, DeclinedReply]),
    }),
    status: 200,
  }),
} as const
