// SPDX-License-Identifier: Apache-2.0
import { stockEndpoints, stockViews } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const search = url.searchParams.get('search')?.trim().slice(0, 100) || undefined
  const view = stockViews.find((one) => one === url.searchParams.get('view')) ?? 'all'
  const cursor = url.searchParams.get('cursor') ?? undefined
  const [stock, summary, { places }] = await Promise.all([
    locals.api.load(stockEndpoints.list, {
      params,
      query: { limit: 50, view, ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) },
    }),
    locals.api.load(stockEndpoints.summary, { params }),
    locals.api.load(stockEndpoints.places, { params }),
  ])
  return { stock, summary, places, search, view, first: cursor === undefined, arrived: url.searchParams.has('arrived') }
}

export const actions: Actions = {
  arrived: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(stockEndpoints.arrive, {
        params: { business: params.business, transfer: textOf(form, 'transfer') },
        body: { version: Number(textOf(form, 'version')) },
      })
      redirect(303, `/${params.business}/stock?arrived`)
    })
  },
}
