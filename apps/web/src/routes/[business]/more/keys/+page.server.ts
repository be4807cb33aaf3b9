// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints, permissions } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const tokens = await locals.api.load(businessEndpoints.listTokens, { params })
  return { tokens: tokens.items, done: url.searchParams.get('done'), once: crypto.randomUUID() }
}

export const actions: Actions = {
  create: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const wanted = new Set(form.getAll('scopes'))
      const scopes = permissions.filter((permission) => wanted.has(permission))
      const body = { name: textOf(form, 'name'), scopes, days: Number(textOf(form, 'days')) }
      const made = await locals.api.ask(businessEndpoints.createToken, { params, body, once: textOf(form, 'once') })
      return { secret: made.secret, name: made.token.name }
    })
  },
  revoke: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(businessEndpoints.revokeToken, { params: { ...params, token: textOf(form, 'token') } })
      redirect(303, '?done=revoked')
    })
  },
}
