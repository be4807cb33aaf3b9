// SPDX-License-Identifier: Apache-2.0
import { planEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const plan = await locals.api.load(planEndpoints.list, { params, query: { limit: 1 } })
  return { settings: plan.settings }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const number = (name: string) => Number(textOf(form, name) || Number.NaN)
      await locals.api.ask(planEndpoints.changeSettings, {
        params,
        body: {
          leadTimeDays: number('leadTimeDays'),
          reviewDays: number('reviewDays'),
          serviceLevelPercent: number('serviceLevelPercent'),
        },
      })
      redirect(303, `/${params.business}/plan`)
    })
  },
}
