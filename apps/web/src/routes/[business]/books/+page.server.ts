// SPDX-License-Identifier: Apache-2.0
import { booksEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { items } = await locals.api.load(booksEndpoints.periods, { params })
  const months = items.map(({ month }) => month)
  const asked = url.searchParams.get('month')
  const month = asked && months.includes(asked) ? asked : (months[0] ?? '')
  const result = await locals.api.load(booksEndpoints.result, { params, query: { from: month, to: month } })
  // The oldest month that is over and still open: the next step of the books.
  const toClose = items.findLast(({ over, state }) => over && state === 'open')?.month ?? null
  return { months, month, result, toClose, done: url.searchParams.get('done') }
}
