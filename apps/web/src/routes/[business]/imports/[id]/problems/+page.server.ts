// SPDX-License-Identifier: Apache-2.0
import { importEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const at = { business: params.business, import: params.id }
  const cursor = url.searchParams.get('cursor') ?? undefined
  const [job, problems] = await Promise.all([
    locals.api.load(importEndpoints.read, { params: at }),
    locals.api.load(importEndpoints.listProblems, { params: at, query: { limit: 30, cursor } }),
  ])
  return { job, problems, first: cursor === undefined }
}
