// SPDX-License-Identifier: Apache-2.0
import { outlookEndpoints, planEndpoints } from '@resham/contract'
import { putOnList } from '#lib/features/plan/put-on-list.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const [outlook, list] = await Promise.all([
    locals.api.load(outlookEndpoints.today, { params }),
    locals.api.load(planEndpoints.readList, { params }),
  ])
  return { outlook, list: list.items }
}

export const actions: Actions = {
  list: (event) => putOnList(event, (item) => `/${event.params.business}/today#task-${item}`),
}
