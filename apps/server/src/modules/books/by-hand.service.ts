// SPDX-License-Identifier: Apache-2.0
import { AppError, plainDate } from '@resham/base'
import type { booksEndpoints as at, RequestOf } from '@resham/contract'
import type { FindPack } from '#modules/calendar/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { toAccount } from './books.mapping.ts'
import { listAccounts } from './books.repository.ts'
import { post } from './post.service.ts'
import { chartOf } from './trial-balance.service.ts'

/** An entry that a person writes: rent paid, a correction; or, with `opening`, what was there before the books. */
export async function recordByHand(
  ctx: BusinessContext,
  { body }: RequestOf<typeof at.recordEntry>,
  findPack: FindPack,
) {
  const { currency } = ctx.business
  const lines = body.lines.map(({ account, amount }) => {
    if (amount.currency !== currency) {
      throw new AppError('bookkeeping.currency-mismatch', { document: currency, line: amount.currency })
    }
    return { to: { account }, homeMinor: BigInt(amount.minor), foreign: null, party: null }
  })
  const id = body.clientId ?? newId(ctx.now)
  const about = { source: { kind: 'by-hand', id }, day: plainDate(body.day), memo: body.memo ?? '' }
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const by = { now: ctx.now, caller: ctx.caller, chart: chartOf(ctx, findPack) }
    await post(tx, by, [{ ...about, event: body.opening ? 'opened' : 'by-hand', lines }])
    await recordAudit(tx, ctx, 'entry.recorded', { kind: 'entry', id }, { day: body.day, lines: lines.length })
    return { id }
  })
}

/** The accounts that a person may write to. */
export async function readChart(ctx: BusinessContext, findPack: FindPack) {
  const accounts = await withTenant(ctx.db, ctx.business.tenantId, (tx) => listAccounts(tx))
  return { items: (accounts.length > 0 ? accounts : chartOf(ctx, findPack).accounts).map(toAccount) }
}
