// SPDX-License-Identifier: Apache-2.0
import { fiscalEndpoints as at, fiscalStates } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const state = fiscalStates.find((one) => one === url.searchParams.get('state'))
  const cursor = url.searchParams.get('cursor')
  const query = { limit: 20, ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) }
  const [fiscal, papers] = await Promise.all([
    locals.api.load(at.read, { params }),
    locals.api.load(at.list, { params, query }),
  ])
  return { fiscal, papers, state: state ?? null, paged: cursor !== null }
}
