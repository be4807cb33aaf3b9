// SPDX-License-Identifier: Apache-2.0
import { booksEndpoints } from '@resham/contract'
import { passFile } from '#lib/features/imports/pass-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => {
  const month = event.url.searchParams.get('month')
  const given = { params: event.params, query: month ? { month } : {} }
  return passFile(event, `account-${event.params.account}-${month ?? 'now'}.csv`, () =>
    event.locals.api.raw(booksEndpoints.accountFile, given),
  )
}
