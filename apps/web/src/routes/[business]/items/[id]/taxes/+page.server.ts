// SPDX-License-Identifier: Apache-2.0
import { taxEndpoints as at, fiscalEndpoints, itemEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { decimalsOf } from '#lib/features/plan/currency.ts'
import { minorOf } from '#lib/features/plan/typed-number.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const of = { business: params.business, item: params.id }
  const [item, tax, taxes, fiscal] = await Promise.all([
    locals.api.load(itemEndpoints.read, { params: of }),
    locals.api.load(at.readItem, { params: of }),
    locals.api.load(at.read, { params }),
    locals.api.load(fiscalEndpoints.read, { params }),
  ])
  const facts = (fiscal.service?.facts ?? []).filter((fact) => fact.of === 'item')
  return { item, tax, classes: taxes.classes, facts, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const currency = textOf(form, 'currency')
      const typed = textOf(form, 'retailPrice')
      const facts = [...form.keys()].flatMap((name) =>
        name.startsWith('fact.') && textOf(form, name) !== '' ? [[name.slice(5), textOf(form, name)] as const] : [],
      )
      const body = {
        taxClass: textOf(form, 'taxClass') || null,
        // What is no amount travels as one that the API refuses, so that the refusal names the field.
        retailPrice: typed === '' ? null : { minor: minorOf(typed, decimalsOf(currency)) ?? typed, currency },
        facts: Object.fromEntries(facts),
        version: Number(textOf(form, 'version')),
      }
      await locals.api.ask(at.changeItem, { params: { business: params.business, item: params.id }, body })
      redirect(303, '?saved')
    })
  },
}
