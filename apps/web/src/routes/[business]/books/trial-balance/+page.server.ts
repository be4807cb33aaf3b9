// SPDX-License-Identifier: Apache-2.0
import { booksEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const month = url.searchParams.get('month')
  const trial = await locals.api.load(booksEndpoints.trialBalance, { params, query: month ? { month } : {} })
  return { trial }
}
