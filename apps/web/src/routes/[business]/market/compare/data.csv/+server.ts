// SPDX-License-Identifier: Apache-2.0
import { marketEndpoints } from '@resham/contract'
import { passFile } from '#lib/features/imports/pass-file.ts'
import { apiQueryOf, comparedOf } from '#lib/features/market/filters.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  passFile(event, 'comparison.csv', () =>
    event.locals.api.raw(marketEndpoints.compareFile, {
      params: event.params,
      query: apiQueryOf(comparedOf(event.url.searchParams)),
    }),
  )
