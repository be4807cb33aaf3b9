// SPDX-License-Identifier: Apache-2.0
import { calendarEndpoints } from '@resham/contract'
import { calendarYear } from '#lib/features/calendar/view.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { business } = await parent()
  const year = calendarYear(url.searchParams.get('year'), business.books?.lastDay)
  const { items } = await locals.api.load(calendarEndpoints.list, {
    params,
    query: { from: `${year}-01-01`, to: `${year}-12-31` },
  })
  return { year, holidays: items }
}
