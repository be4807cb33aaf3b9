// SPDX-License-Identifier: Apache-2.0
import { fiscalEndpoints as at } from '@resham/contract'
import { passFile } from '#lib/features/imports/pass-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => {
  const year = /^2\d{3}$/.exec(event.url.searchParams.get('year') ?? '')?.[0] ?? '2000'
  const query = { from: `${year}-01-01`, to: `${year}-12-31` }
  const params = { business: event.params.business }
  return passFile(event, `tax-papers-${year}.csv`, () => event.locals.api.raw(at.taxFile, { params, query }))
}
