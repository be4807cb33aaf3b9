// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { pasteEndpoints as at, RequestOf } from '@resham/contract'
import { learnCategories, suggestCategory } from '@resham/matching'
import { findItem, listAllItems } from '#modules/items/index.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'

/**
 * The category of an item that has none, by what the shop's other items are called; none where it is not clear.
 *
 * @throws platform.not-found
 */
export async function suggestItemCategory(ctx: BusinessContext, { params }: RequestOf<typeof at.category>) {
  const known = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const item = await findItem(tx, params.item)
    if (!item) throw new AppError('platform.not-found', {})
    return { item, others: item.category === null ? await listAllItems(tx) : [] }
  })
  if (known.others.length === 0) return { suggestion: null }
  const found = suggestCategory(learnCategories(known.others), known.item.name)
  if (found.kind === 'declined') return { suggestion: null }
  const { category, probability, because } = found
  return { suggestion: { category, probability, because: [...because] } }
}
