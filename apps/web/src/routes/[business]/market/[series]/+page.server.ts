// SPDX-License-Identifier: Apache-2.0
import { marketEndpoints } from '@resham/contract'
import { spanOf } from '#lib/features/market/filters.ts'
import { changeWatch } from '#lib/features/market/watch.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const span = spanOf(url.searchParams)
  const story = await locals.api.load(marketEndpoints.read, { params, query: span ? { span } : {} })
  return { story, span }
}

export const actions: Actions = {
  watch: (event) => changeWatch(event, true),
  unwatch: (event) => changeWatch(event, false),
}
