// SPDX-License-Identifier: Apache-2.0
import { stockCountEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  review: await locals.api.load(stockCountEndpoints.review, { params }),
})

export const actions: Actions = {
  decide: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const lotId = textOf(form, 'lot') || null
      await locals.api.ask(stockCountEndpoints.decide, {
        params: { ...params, item: textOf(form, 'item') },
        body: { quantityMilli: Number(textOf(form, 'milli')), lotId },
      })
      redirect(303, `/${params.business}/stock/counts/${params.count}/review`)
    })
  },
  post: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const notCounted = textOf(form, 'notCounted') === 'zero' ? 'zero' : 'leave'
      const version = Number(textOf(form, 'version'))
      await locals.api.ask(stockCountEndpoints.post, { params, body: { version, notCounted } })
      redirect(303, `/${params.business}/stock/counts?ended=posted`)
    })
  },
  cancel: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(stockCountEndpoints.cancel, { params, body: { version: Number(textOf(form, 'version')) } })
      redirect(303, `/${params.business}/stock/counts?ended=cancelled`)
    })
  },
}
