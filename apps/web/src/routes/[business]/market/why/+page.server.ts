// SPDX-License-Identifier: Apache-2.0
import { marketEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  accuracy: (await locals.api.load(marketEndpoints.accuracy, { params })).items,
})
