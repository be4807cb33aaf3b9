// SPDX-License-Identifier: Apache-2.0
import { destinationEndpoints } from '@resham/contract'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!/^\d{4}$/.test(params.heading)) error(404)
  const answer = await locals.api.load(destinationEndpoints.rank, { params })
  return { answer, all: url.searchParams.has('all') }
}
