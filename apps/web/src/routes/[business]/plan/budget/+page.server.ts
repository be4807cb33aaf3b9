// SPDX-License-Identifier: Apache-2.0
import { planEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { decimalsOf } from '#lib/features/plan/currency.ts'
import { minorOf } from '#lib/features/plan/typed-number.ts'
import { refusable } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { business } = await parent()
  const typed = url.searchParams.get('amount')?.slice(0, 60) ?? ''
  const minor = typed === '' ? undefined : minorOf(typed, decimalsOf(business.currency))
  const result = minor === undefined ? null : await locals.api.load(planEndpoints.budget, { params, query: { minor } })
  return { typed, unread: typed !== '' && minor === undefined, result }
}

export const actions: Actions = {
  /** Puts all chosen lines on the purchase list. */
  list: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      for (const [name, value] of form) {
        const item = /^item-(.+)$/.exec(name)?.[1]
        if (!item) continue
        await locals.api.ask(planEndpoints.putOnList, {
          params: { business: params.business, item },
          body: { quantityMilli: Number(value) },
        })
      }
      redirect(303, `/${params.business}/purchase-list`)
    })
  },
}
