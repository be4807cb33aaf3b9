// SPDX-License-Identifier: Apache-2.0
import { fiscalEndpoints as at } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const today = new Date().toISOString().slice(0, 10)
  const asked = Number(url.searchParams.get('year'))
  const year = asked >= 2000 && asked <= 2999 ? asked : Number(today.slice(0, 4))
  const query = { from: `${year}-01-01`, to: `${year}-12-31` }
  return { sums: await locals.api.load(at.taxSums, { params, query }), year, today }
}
