// SPDX-License-Identifier: Apache-2.0
import { AppError, plainDate } from '@resham/base'
import type { bankingEndpoints as at, RequestOf } from '@resham/contract'
import { recordAudit } from '#platform/audit/audit.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import { pageOf, pageSize } from '#platform/http/paging.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { toLineReply } from './banking.mapping.ts'
import { type BankLineQuery, findBankLine, listBankLines, setBankLineState } from './banking.repository.ts'

/** A page of lines, newest first. */
export async function readLines(ctx: BusinessContext, { query }: Pick<RequestOf<typeof at.lines>, 'query'>) {
  const size = pageSize(query)
  const { account, state, from, to } = query
  const found = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    listBankLines(tx, {
      ...(account !== undefined && { moneyAccountId: account }),
      ...(state !== undefined && { state }),
      ...(from !== undefined && { firstDay: plainDate(from) }),
      ...(to !== undefined && { lastDay: plainDate(to) }),
      ...(query.cursor !== undefined && { after: afterOf(query.cursor) }),
      limit: size + 1,
    }),
  )
  return pageOf(found.map(toLineReply), size, ({ id }) => {
    const last = found.find((line) => line.id === id)
    return `${last?.day}_${last?.lineNo}_${id}`
  })
}

function afterOf(cursor: string): NonNullable<BankLineQuery['after']> {
  const match = /^(\d{4}-\d{2}-\d{2})_(\d{1,9})_([0-9a-f-]{36})$/.exec(cursor)
  if (!match) throw new AppError('platform.invalid-request', { field: 'cursor' })
  return { day: plainDate(match[1] ?? ''), lineNo: Number(match[2]), id: match[3] ?? '' }
}

/** Sets a line aside or opens it again. @throws banking.line-matched, platform.not-found */
export async function setLine(
  ctx: BusinessContext,
  { params, body }: Pick<RequestOf<typeof at.setLine>, 'params' | 'body'>,
) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const line = await findBankLine(tx, params.line)
    if (!line) throw new AppError('platform.not-found')
    if (line.state !== body.state) {
      const changed =
        line.state !== 'matched' && (await setBankLineState(tx, line.id, { from: line.state, to: body.state }))
      if (!changed) throw new AppError('banking.line-matched')
      await recordAudit(tx, ctx, 'bank-line.set', { kind: 'bank-line', id: line.id }, { state: body.state })
    }
    return toLineReply({ ...line, state: body.state })
  })
}
