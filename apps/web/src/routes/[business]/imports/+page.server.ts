// SPDX-License-Identifier: Apache-2.0
import { importEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const cursor = url.searchParams.get('cursor') ?? undefined
  const imports = await locals.api.load(importEndpoints.list, { params, query: { limit: 20, cursor } })
  return { imports, first: cursor === undefined }
}
