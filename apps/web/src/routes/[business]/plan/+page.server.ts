// SPDX-License-Identifier: Apache-2.0
import { planEndpoints, urgencies } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { changeSupply } from '#lib/features/items/supply-form.ts'
import { putOnList } from '#lib/features/plan/put-on-list.ts'
import { refusable } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const urgency = urgencies.find((word) => word === url.searchParams.get('urgency'))
  const search = url.searchParams.get('search')?.trim().slice(0, 100) || undefined
  const cursor = url.searchParams.get('cursor') ?? undefined
  const plan = await locals.api.load(planEndpoints.list, {
    params,
    query: {
      limit: 25,
      ...(urgency ? { urgency } : {}),
      ...(search ? { search } : {}),
      ...(cursor ? { cursor } : {}),
    },
  })
  return { plan, urgency, search, first: cursor === undefined }
}

export const actions: Actions = {
  list: (event) => putOnList(event, (item) => `${whence(event.url)}#line-${item}`),
  supply: async (event) => {
    const form = await event.request.formData()
    return refusable(form, async () => {
      const item = await changeSupply(event.locals.api, event.params.business, form)
      redirect(303, `${whence(event.url)}#line-${item}`)
    })
  },
}

/** The page the form stood on: its address without the name of the action. */
function whence(url: URL): string {
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')))
  return query.size === 0 ? url.pathname : `${url.pathname}?${query}`
}
