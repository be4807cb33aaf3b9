// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints, packEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const [businesses, packs] = await Promise.all([
    locals.api.load(businessEndpoints.list),
    locals.api.load(packEndpoints.list),
  ])
  return { businesses: businesses.items, packs: packs.items, once: crypto.randomUUID() }
}

export const actions: Actions = {
  create: async ({ request, locals }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const { language } = locals.preference
      const body = { name: textOf(form, 'name'), pack: textOf(form, 'pack'), language }
      const business = await locals.api.ask(businessEndpoints.create, { body, once: textOf(form, 'once') })
      redirect(303, `/${business.slug}`)
    })
  },
}
