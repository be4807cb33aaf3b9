// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { tidyEndpoints as at, RequestOf } from '@resham/contract'
import { moveToParty } from '#modules/documents/index.ts'
import { archiveItem, listItemsById, unarchiveItem } from '#modules/items/index.ts'
import { findParty, holdParties, mergeParty, unmergeParty } from '#modules/parties/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { findMerge, insertApart, insertMerge, markUndone } from './tidy.repository.ts'
import { toMergeReplies } from './tidy.service.ts'
import type { Moved } from './tidy.types.ts'

/** What a merge asks for. */
type Asked = RequestOf<typeof at.merge>['body']

/**
 * Two are one. Papers and payments of the party that goes move to the one that stays, which is customer and supplier as
 * far as either was. An item that goes is put away with what it sold.
 *
 * @throws platform.not-found, tidy.already-merged
 */
export async function merge(ctx: BusinessContext, { body }: Pick<RequestOf<typeof at.merge>, 'body'>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const moved = body.kind === 'party' ? await mergeTwoParties(tx, body) : await putItemAway(tx, body, ctx.now)
    const { kind, keepId: keptId, goneId } = body
    const made = { id: newId(ctx.now), kind, keptId, goneId, moved, madeAt: ctx.now }
    await insertMerge(tx, { ...made, madeBy: byOf(ctx) })
    await recordAudit(tx, ctx, 'tidy.merged', { kind, id: goneId }, { into: keptId })
    const [reply] = await toMergeReplies(tx, [{ ...made, undoneAt: null }])
    if (!reply) throw new AppError('platform.unexpected')
    return reply
  })
}

async function mergeTwoParties(tx: TenantTx, { keepId, goneId }: Asked): Promise<Moved> {
  await holdParties(tx, [keepId, goneId])
  const [kept, gone] = [await findParty(tx, keepId), await findParty(tx, goneId)]
  if (!kept || !gone) throw new AppError('platform.not-found')
  if (kept.id === gone.id || kept.mergedInto !== null || gone.mergedInto !== null) {
    throw new AppError('tidy.already-merged')
  }
  await mergeParty(tx, { keptId: kept.id, goneId: gone.id })
  const before = { isCustomer: kept.isCustomer, isSupplier: kept.isSupplier }
  return { ...(await moveToParty(tx, gone.id, kept.id)), before }
}

async function putItemAway(tx: TenantTx, { keepId, goneId }: Asked, now: Date): Promise<null> {
  const found = await listItemsById(tx, [keepId, goneId])
  if (found.length < 2 && keepId !== goneId) throw new AppError('platform.not-found')
  if (found.length < 2 || !(await archiveItem(tx, goneId, now))) throw new AppError('tidy.already-merged')
  return null
}

/** Takes a merge back. @throws platform.not-found; tidy.cannot-undo when the kept one was merged on since */
export async function undoMerge(ctx: BusinessContext, { params }: Pick<RequestOf<typeof at.undo>, 'params'>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const made = await findMerge(tx, params.merge)
    if (!made || made.undoneAt !== null) throw new AppError('platform.not-found')
    const { keptId, goneId, moved } = made
    if (moved === null) await unarchiveItem(tx, goneId)
    else {
      await holdParties(tx, [keptId, goneId])
      const kept = await findParty(tx, keptId)
      if (!kept || kept.mergedInto !== null) throw new AppError('tidy.cannot-undo')
      await unmergeParty(tx, { keptId, goneId, before: moved.before })
      await moveToParty(tx, keptId, goneId, moved)
    }
    await markUndone(tx, made.id, ctx.now)
    await recordAudit(tx, ctx, 'tidy.unmerged', { kind: made.kind, id: goneId }, { from: keptId })
    return {}
  })
}

/** Two are two: they are not suggested again. */
export async function keepApart(ctx: BusinessContext, { body }: Pick<RequestOf<typeof at.keepApart>, 'body'>) {
  const [a = '', b = ''] = [body.a, body.b].sort()
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await insertApart(tx, { kind: body.kind, a, b }, { at: ctx.now, by: byOf(ctx) })
    return {}
  })
}

const byOf = (ctx: BusinessContext) => (ctx.caller.kind === 'person' ? ctx.caller.userId : null)
