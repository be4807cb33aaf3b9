// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints, pasteEndpoints, roleAllows } from '@resham/contract'
import { fail, redirect } from '@sveltejs/kit'
import { itemChange, mainItemOf, readMainItem } from '#lib/features/items/item-form.ts'
import { changeSupply } from '#lib/features/items/supply-form.ts'
import { isWide } from '#lib/preference.ts'
import { refusable, textOf, typedIn } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, cookies, parent }) => {
  const at = { business: params.business, item: params.id }
  const [item, list] = await Promise.all([
    locals.api.load(itemEndpoints.read, { params: at }),
    isWide(cookies) ? locals.api.load(itemEndpoints.list, { params, query: { limit: 50 } }) : null,
  ])
  const { business } = await parent()
  const isAsked = item.category === null && roleAllows(business.role, 'books.write')
  const asked = isAsked ? await locals.api.load(pasteEndpoints.category, { params: at }) : null
  return {
    item,
    suggestion: asked?.suggestion ?? null,
    list,
    main: await readMainItem(locals.api, params.business, item),
    saved: url.searchParams.has('saved'),
  }
}

export const actions: Actions = {
  change: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const variantOf = await mainItemOf(locals.api, params.business, params.id, textOf(form, 'variantOf'))
      if (variantOf === undefined) {
        const fields = [{ path: '/variantOf', rule: 'unknown' }]
        return fail(400, {
          problem: { code: 'platform.invalid-request', details: {}, requestId: '', fields },
          typed: typedIn(form),
        })
      }
      const body = { ...itemChange(form), variantOf }
      await locals.api.ask(itemEndpoints.change, { params: { business: params.business, item: params.id }, body })
      redirect(303, `/${params.business}/items/${params.id}?saved`)
    })
  },
  category: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const at = { business: params.business, item: params.id }
      await locals.api.ask(itemEndpoints.change, { params: at, body: { category: textOf(form, 'category') } })
      redirect(303, `/${params.business}/items/${params.id}?saved`)
    })
  },
  supply: async ({ request, locals, params }) => {
    const form = await request.formData()
    form.set('item', params.id)
    return refusable(form, async () => {
      await changeSupply(locals.api, params.business, form)
      redirect(303, `/${params.business}/items/${params.id}?saved`)
    })
  },
}
