// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { shopGtin } from '#lib/features/items/barcode.ts'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { refusable } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

/** Labels of a sheet of A4: three across, eight down. */
const perSheet = 24
const mostLabels = 240

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const at = { business: params.business, item: params.id }
  const [item, { items: variants }] = await Promise.all([
    locals.api.load(itemEndpoints.read, { params: at }),
    locals.api.load(itemEndpoints.variants, { params: at }),
  ])
  const asked = Math.trunc(Number(toWesternDigits(url.searchParams.get('count') ?? '')))
  return {
    item,
    // The sizes and colours of an item are what is sold: each has labels of its own.
    labelled: variants.length > 0 ? variants : [item],
    paper: url.searchParams.get('paper') === 'roll' ? ('roll' as const) : ('sheet' as const),
    count: Math.min(asked > 0 ? asked : perSheet, mostLabels),
  }
}

export const actions: Actions = {
  number: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const ten = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte % 10).join('')
      const at = { business: params.business, item: params.id }
      await locals.api.ask(itemEndpoints.change, { params: at, body: { barcode: shopGtin(ten) } })
      redirect(303, `/${params.business}/items/${params.id}/labels`)
    })
  },
}
