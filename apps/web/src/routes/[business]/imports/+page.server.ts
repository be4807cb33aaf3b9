// SPDX-License-Identifier: Apache-2.0
import { importEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  // A file that the plain form was refused comes back here.
  const refused = url.searchParams.get('refused')
  if (refused) redirect(303, `/${params.business}/imports/new?problem=${encodeURIComponent(refused)}`)
  const cursor = url.searchParams.get('cursor') ?? undefined
  const imports = await locals.api.load(importEndpoints.list, { params, query: { limit: 20, cursor } })
  return { imports, first: cursor === undefined }
}
