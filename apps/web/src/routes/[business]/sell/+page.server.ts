// SPDX-License-Identifier: Apache-2.0
import { sellingEndpoints } from '@resham/contract'
import { dayAt } from '#lib/features/deal/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const [todo, { business }] = await Promise.all([locals.api.load(sellingEndpoints.todo, { params }), parent()])
  return { groups: todo.groups, today: dayAt(business.timeZone, new Date()) }
}
