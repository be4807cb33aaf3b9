// SPDX-License-Identifier: Apache-2.0
import { outlookEndpoints, planEndpoints } from '@resham/contract'
import { putOnList } from '#lib/features/plan/put-on-list.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const outlook = await locals.api.load(outlookEndpoints.today, { params })
  // What is on the purchase list already matters only beside a task to order.
  const orders = outlook.today?.tasks.some(({ kind }) => kind === 'order-stock') ?? false
  const list = orders ? (await locals.api.load(planEndpoints.readList, { params })).items : []
  return { outlook, list }
}

export const actions: Actions = {
  list: (event) => putOnList(event, (item) => `/${event.params.business}/today#task-${item}`),
}
