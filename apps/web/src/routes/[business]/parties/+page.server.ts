// SPDX-License-Identifier: Apache-2.0
import { partyEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const search = url.searchParams.get('search')?.trim().slice(0, 100) || undefined
  const asked = url.searchParams.get('side')
  const side = (['customer', 'supplier'] as const).find((one) => one === asked)
  const cursor = url.searchParams.get('cursor') ?? undefined
  const query = {
    limit: 50,
    ...(search ? { search } : {}),
    ...(side ? { side } : {}),
    ...(cursor ? { cursor } : {}),
  }
  const parties = await locals.api.load(partyEndpoints.list, { params, query })
  return { parties, search, side, first: cursor === undefined }
}
