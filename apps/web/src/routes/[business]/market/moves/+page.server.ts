// SPDX-License-Identifier: Apache-2.0
import { moveEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  moves: await locals.api.load(moveEndpoints.list, { params }),
})
