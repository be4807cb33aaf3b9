// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { signInPath } from '#lib/api.ts'
import type { LayoutServerLoad } from './$types'

/** The shop that all pages below are about. A shop one does not belong to is not there. */
export const load: LayoutServerLoad = async ({ locals, params, url }) => {
  if (!locals.account) redirect(303, signInPath(url))
  const business = await locals.api.load(businessEndpoints.read, { params: { business: params.business } })
  // Instants are told in the shop's own zone.
  return { business, preference: { ...locals.preference, timeZone: business.timeZone } }
}
