// SPDX-License-Identifier: Apache-2.0
import { taxEndpoints as at } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  taxes: await locals.api.load(at.read, { params }),
  saved: url.searchParams.has('saved'),
})

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const orNull = (name: string) => textOf(form, name) || null
      const body = {
        registration: textOf(form, 'registration'),
        taxNumber: orNull('taxNumber'),
        name: orNull('name'),
        address: orNull('address'),
        region: orNull('region'),
        version: Number(textOf(form, 'version')),
      }
      await locals.api.ask(at.changeOwn, { params, body })
      redirect(303, '?saved')
    })
  },
}
