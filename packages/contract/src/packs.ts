// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Bilingual, Currency } from './primitives.ts'

/** A country that a business may live by. */
export const Pack = Type.Object({
  id: Type.String({ pattern: '^[a-z]{2}$' }),
  names: Bilingual,
  currency: Currency,
})

export const packEndpoints = {
  list: endpoint({
    id: 'packs.list',
    method: 'GET',
    path: '/api/v1/packs',
    summary: 'The countries a business can be opened in.',
    access: 'public',
    response: Type.Object({ items: Type.Array(Pack) }),
    status: 200,
  }),
} as const
