// SPDX-License-Identifier: Apache-2.0
import { priceEndpoints } from '@resham/contract'
import { error, redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { business } = params
  const search = url.searchParams.get('search')?.trim().slice(0, 100) || undefined
  const cursor = url.searchParams.get('cursor') ?? undefined
  const query = { limit: 50, ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) }
  const [{ lists }, items] = await Promise.all([
    locals.api.load(priceEndpoints.lists, { params: { business } }),
    locals.api.load(priceEndpoints.items, { params: { business, list: params.list }, query }),
  ])
  const list = lists.find(({ id }) => id === params.list)
  if (!list) error(404)
  return { list, items, search, first: cursor === undefined, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  change: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const body = {
        name: textOf(form, 'name'),
        version: Number(textOf(form, 'version')),
        ...(form.has('isDefault') ? { isDefault: true as const } : {}),
      }
      await locals.api.ask(priceEndpoints.change, { params: { business: params.business, list: params.list }, body })
      redirect(303, '?saved')
    })
  },
}
