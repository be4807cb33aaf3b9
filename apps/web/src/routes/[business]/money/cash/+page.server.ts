// SPDX-License-Identifier: Apache-2.0
import { cashEndpoints } from '@resham/contract'
import { minorOf } from '#lib/features/plan/typed-number.ts'
import { decimalsOf } from '#lib/i18n/currency.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { business } = await parent()
  const typed = url.searchParams.get('opening') ?? ''
  const openingMinor = typed === '' ? undefined : minorOf(typed, decimalsOf(business.currency))
  const query = openingMinor === undefined ? {} : { openingMinor }
  return { cash: await locals.api.load(cashEndpoints.outlook, { params, query }), typed }
}
