// SPDX-License-Identifier: Apache-2.0
import { sellingEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  owed: await locals.api.load(sellingEndpoints.owed, { params, query: {} }),
})
