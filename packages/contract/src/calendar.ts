// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { businessParam } from './businesses.ts'
import { endpoint } from './endpoint.ts'
import { Bilingual, Day } from './primitives.ts'

/** A holiday or season of the business's country. */
export const Holiday = Type.Object({
  id: Type.String(),
  names: Bilingual,
  from: Day,
  to: Day,
  kind: Type.String(),
  /** True when the day is computed and may move by a day. */
  estimated: Type.Boolean(),
  source: Type.String(),
})

export const calendarEndpoints = {
  list: endpoint({
    id: 'calendar.list',
    method: 'GET',
    path: '/api/v1/businesses/:business/calendar',
    summary: "The country's holidays and seasons between two days.",
    access: 'books.read',
    params: Type.Object(businessParam),
    query: Type.Object({ from: Day, to: Day }),
    response: Type.Object({ items: Type.Array(Holiday) }),
    status: 200,
  }),
} as const
