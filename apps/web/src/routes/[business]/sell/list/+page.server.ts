// SPDX-License-Identifier: Apache-2.0
import { documentEndpoints, documentKinds } from '@resham/contract'
import { dayAt } from '#lib/features/deal/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const asked = url.searchParams.get('kind')
  const kind = documentKinds.find((one) => one === asked) ?? 'invoice'
  const search = url.searchParams.get('search')?.trim().slice(0, 100) || undefined
  const cursor = url.searchParams.get('cursor') ?? undefined
  const query = { kind, limit: 50, ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) }
  const [list, { business }] = await Promise.all([locals.api.load(documentEndpoints.list, { params, query }), parent()])
  return { list, kind, search, first: cursor === undefined, today: dayAt(business.timeZone, new Date()) }
}
