// SPDX-License-Identifier: Apache-2.0
import { ratesEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { stockBytes } from '#lib/features/plan/stock-form.ts'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  rates: await locals.api.load(ratesEndpoints.latest, { params }),
  done: url.searchParams.get('done'),
})

export const actions: Actions = {
  type: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const reason = textOf(form, 'reason')
      const currency = textOf(form, 'currency').toUpperCase()
      await locals.api.ask(ratesEndpoints.type, {
        params: { ...params, currency, day: textOf(form, 'day') },
        body: {
          rate: toWesternDigits(textOf(form, 'rate'))
            .replace(/[,٬\s]/g, '')
            .replace('٫', '.'),
          ...(reason ? { reason } : {}),
        },
      })
      redirect(303, '?done=typed')
    })
  },
  file: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const body = await stockBytes(form)
      if (body === undefined) return { nothing: true as const }
      const day = textOf(form, 'fileDay')
      const came = await locals.api.ask(ratesEndpoints.importFile, { params, query: day ? { day } : {}, body })
      return { came }
    })
  },
}
