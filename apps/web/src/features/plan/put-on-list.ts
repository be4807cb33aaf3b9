// SPDX-License-Identifier: Apache-2.0
import { planEndpoints } from '@resham/contract'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { refusable, textOf } from '#lib/problem.ts'
import { milliOf } from './typed-number.ts'

type At = Pick<RequestEvent, 'request' | 'locals'> & { readonly params: { readonly business: string } }

/**
 * Form action: puts so many pieces of an item on the purchase list, none to take it off, and goes
 * back to where the button stood.
 *
 * The form carries `item` and either `quantity` as typed or `milli` as the plan gave it.
 */
export async function putOnList({ request, locals, params }: At, back: (item: string) => string) {
  const form = await request.formData()
  return refusable(form, async () => {
    const item = textOf(form, 'item')
    const quantityMilli = form.has('milli') ? Number(textOf(form, 'milli')) : milliOf(textOf(form, 'quantity'))
    await locals.api.ask(planEndpoints.putOnList, {
      params: { business: params.business, item },
      body: { quantityMilli: quantityMilli ?? Number.NaN },
    })
    redirect(303, back(item))
  })
}
