// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { gridOf } from '#lib/features/items/sizes.ts'
import { refusable } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const at = { business: params.business, item: params.id }
  const [item, { items }] = await Promise.all([
    locals.api.load(itemEndpoints.read, { params: at }),
    locals.api.load(itemEndpoints.variants, { params: at }),
  ])
  return { item, items, made: url.searchParams.get('made') }
}

export const actions: Actions = {
  make: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const options = gridOf(form)
      const at = { business: params.business, item: params.id }
      const { made } = await locals.api.ask(itemEndpoints.makeVariants, { params: at, body: { options } })
      redirect(303, `?made=${made}`)
    })
  },
}
