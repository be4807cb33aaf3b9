// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints, stockCountEndpoints, stockEndpoints } from '@resham/contract'
import { redirect } from '@sveltejs/kit'
import { ApiProblem } from '#lib/api.ts'
import { milliOf } from '#lib/features/plan/typed-number.ts'
import { lotOf } from '#lib/features/stock/stock-forms.ts'
import { refusable, textOf } from '#lib/problem.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const read = await locals.api.load(stockCountEndpoints.read, { params })
  if (read.count.state !== 'open') redirect(303, `/${params.business}/stock/counts/${params.count}/review`)
  // Of an item that is kept by lots the lot is asked too.
  const item = url.searchParams.get('item')
  const chosen = item
    ? await locals.api.load(stockEndpoints.item, { params: { business: params.business, item }, query: {} })
    : null
  return { ...read, chosen, clientId: crypto.randomUUID() }
}

export const actions: Actions = {
  /** By the code as it is; else by a name that one item alone has; else the person is asked which. */
  enter: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      const [what, itemId, clientId] = [textOf(form, 'what'), textOf(form, 'item'), textOf(form, 'clientId')]
      const typed = textOf(form, 'quantity')
      const rest = {
        quantityMilli: milliOf(typed) ?? -1,
        ...(clientId ? { clientId } : {}),
        ...lotOf(form),
      }
      const here = `/${params.business}/stock/counts/${params.count}`
      try {
        const body = itemId ? { itemId, ...rest } : { code: what, ...rest }
        await locals.api.ask(stockCountEndpoints.enter, { params, body })
      } catch (thrown) {
        if (!(thrown instanceof ApiProblem)) throw thrown
        const { code, details } = thrown.problem
        if (code === 'stock.lot-missing' && typeof details.itemId === 'string' && !itemId) {
          redirect(303, `${here}?item=${details.itemId}`)
        }
        if (code !== 'stock.item-unknown') throw thrown
        const found = await locals.api.ask(itemEndpoints.list, { params, query: { search: what, limit: 12 } })
        const [only] = found.items
        if (!only) throw thrown
        if (found.items.length > 1) {
          return { found: found.items.map(({ id, name, code }) => ({ id, name, code })), quantity: typed }
        }
        await locals.api.ask(stockCountEndpoints.enter, { params, body: { itemId: only.id, ...rest } })
      }
      redirect(303, here)
    })
  },
  takeBack: async ({ request, locals, params }) => {
    const form = await request.formData()
    return refusable(form, async () => {
      await locals.api.ask(stockCountEndpoints.takeBack, { params: { ...params, entry: textOf(form, 'entry') } })
      redirect(303, `/${params.business}/stock/counts/${params.count}`)
    })
  },
}
