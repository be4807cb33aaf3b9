// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Empty, Id, Instant, Maybe, OneOf } from './primitives.ts'

const inBusiness = '/api/v1/businesses/:business'
const AtBusiness = Type.Object(businessParam)

/** What may stand in the books twice. */
export const tidyKinds = ['party', 'item'] as const
/** Codes of why; the words are `tidy.why.<code>`. */
export const tidyReasons = [
  'name-like',
  'same-phone',
  'same-email',
  'same-tax-number',
  'same-barcode',
  'same-unit',
  'price-near',
  'other-phone',
  'other-tax-number',
  'other-barcode',
  'other-unit',
  'price-far',
  'word-more',
] as const

const Side = Type.Object({ id: Id, name: Type.String(), phone: Maybe(Type.String()) })

export const TidyPair = Type.Object({
  kind: OneOf(tidyKinds),
  a: Side,
  b: Side,
  /** 0 to 1; it ranks. */
  probability: Type.Number(),
  reasons: Type.Array(OneOf(tidyReasons)),
})

export const TidyMerge = Type.Object({
  id: Id,
  kind: OneOf(tidyKinds),
  keptName: Type.String(),
  goneName: Type.String(),
  madeAt: Instant,
})

export const tidyEndpoints = {
  list: endpoint({
    id: 'tidy.list',
    method: 'GET',
    path: `${inBusiness}/tidy`,
    summary:
      'Customers, suppliers and items that may stand in the books twice, likeliest first, with why; and the last merges.',
    access: 'books.read',
    params: AtBusiness,
    response: Type.Object({ pairs: Type.Array(TidyPair), merges: Type.Array(TidyMerge) }),
    status: 200,
  }),
  merge: endpoint({
    id: 'tidy.merge',
    method: 'POST',
    path: `${inBusiness}/tidy/merges`,
    summary:
      'Two are one. Papers and payments of a customer or supplier that goes move to the one that stays; an item is put away.',
    access: 'books.write',
    params: AtBusiness,
    body: Type.Object({ kind: OneOf(tidyKinds), keepId: Id, goneId: Id }),
    response: TidyMerge,
    status: 201,
  }),
  undo: endpoint({
    id: 'tidy.undo',
    method: 'POST',
    path: `${inBusiness}/tidy/merges/:merge/undo`,
    summary: 'Take a merge back: all that moved goes back to where it was.',
    access: 'books.write',
    params: Type.Object({ ...businessParam, merge: Id }),
    body: Empty,
    response: Empty,
    status: 200,
  }),
  keepApart: endpoint({
    id: 'tidy.keepApart',
    method: 'POST',
    path: `${inBusiness}/tidy/apart`,
    summary: 'The two are two: they are not suggested again.',
    access: 'books.write',
    params: AtBusiness,
    body: Type.Object({ kind: OneOf(tidyKinds), a: Id, b: Id }),
    response: Empty,
    status: 200,
  }),
} as const
