// SPDX-License-Identifier: Apache-2.0
import { booksEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { items } = await locals.api.load(booksEndpoints.periods, { params })
  const toClose = items.findLast(({ over, state }) => over && state === 'open')?.month ?? null
  return { periods: items, toClose, done: url.searchParams.get('done') }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const state = textOf(form, 'state') === 'open' ? ('open' as const) : ('closed' as const)
      const reason = textOf(form, 'reason')
      await locals.api.ask(booksEndpoints.changePeriod, {
        params: { ...params, month: textOf(form, 'month') },
        body: { state, ...(reason ? { reason } : {}) },
      })
      redirect(303, `?done=${state}`)
    })
  },
}
