// SPDX-License-Identifier: Apache-2.0
import { buyingEndpoints, documentEndpoints, landedKinds, spreadWays } from '@resham/contract'
import { error, redirect } from '@sveltejs/kit'
import { decimalsOf } from '#lib/features/plan/currency.ts'
import { minorOf } from '#lib/features/plan/typed-number.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const at = { business: params.business, document: params.receipt }
  const receipt = await locals.api.load(documentEndpoints.read, { params: at })
  if (receipt.kind !== 'receipt') error(404)
  const costs = await locals.api.load(buyingEndpoints.costs, { params })
  return {
    receipt,
    costs: costs.items,
    done: url.searchParams.has('received') ? 'received' : url.searchParams.has('added') ? 'added' : null,
    clientId: crypto.randomUUID(),
  } as const
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const currency = textOf(form, 'currency')
      const minor = minorOf(textOf(form, 'amount'), decimalsOf(currency)) ?? '0'
      const clientId = textOf(form, 'clientId')
      await locals.api.ask(buyingEndpoints.addCost, {
        params,
        body: {
          kind: landedKinds.find((one) => one === textOf(form, 'kind')) ?? 'freight',
          spreadBy: spreadWays.find((one) => one === textOf(form, 'by')) ?? 'value',
          amount: { minor, currency },
          ...(clientId ? { clientId } : {}),
        },
      })
      redirect(303, `/${params.business}/buy/arrival/${params.receipt}?added`)
    })
  },
}
