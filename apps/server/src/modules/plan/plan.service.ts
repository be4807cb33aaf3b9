// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import type { planEndpoints as at, BudgetPlan, RequestOf } from '@resham/contract'
import type { Static } from 'typebox'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { countCursor, pageOf, pageSize } from '#platform/http/paging.ts'
import type { BusinessContext, FileReply } from '#platform/http/route.ts'
import { findPlanSettings, listLines, savePlanSettings, summarise } from './plan.repository.ts'
import { firstSettings, type PlanChanged, type PlanSettings } from './plan.types.ts'
import { planCsv } from './plan-file.ts'
import { planBudget, replan } from './replan.service.ts'

/** Lines of a plan that go into one file: more than a business has items. */
const fileLines = 100_000

/** A page of the plan, most urgent first, with what all of it comes to. @throws platform.invalid-request */
export async function listPlan(ctx: BusinessContext, { query }: RequestOf<typeof at.list>) {
  const { search, urgency } = query
  const size = pageSize(query)
  const offset = countCursor(query)
  const { currency } = ctx.business
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const lines = await listLines(tx, {
      offset,
      limit: size + 1,
      ...(search === undefined ? {} : { search }),
      ...(urgency === undefined ? {} : { urgency }),
    })
    const { counts, toOrder, costMinor, today } = await summarise(tx)
    return {
      ...pageOf(lines, size, () => String(offset + size)),
      today: today === undefined ? null : fromDayNumber(today),
      settings: await settingsOf(tx),
      counts,
      toOrder,
      toOrderCost: { minor: costMinor, currency },
    }
  })
}

/** What to buy with so much money. */
export async function spendBudget(
  ctx: BusinessContext,
  { query }: RequestOf<typeof at.budget>,
): Promise<Static<typeof BudgetPlan>> {
  return withTenant(ctx.db, ctx.business.tenantId, (tx) => planBudget(tx, Number(query.minor), ctx.business.currency))
}

/** Changes how the business buys, and plans every item anew. */
export async function changeSettings(
  ctx: BusinessContext,
  { body }: RequestOf<typeof at.changeSettings>,
  planChanged: PlanChanged,
): Promise<PlanSettings> {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await savePlanSettings(tx, body)
    await replan(tx, null, ctx.business.currency)
    await planChanged(tx, ctx.now)
    await recordAudit(tx, ctx, 'plan.settings-changed', { kind: 'plan', id: 'settings' }, { ...body })
    return settingsOf(tx)
  })
}

/** The whole plan as a file for a spreadsheet. */
export async function writePlanFile(ctx: BusinessContext): Promise<FileReply> {
  const lines = await withTenant(ctx.db, ctx.business.tenantId, (tx) => listLines(tx, { offset: 0, limit: fileLines }))
  return {
    kind: 'file',
    fileName: `plan-${ctx.business.slug}.csv`,
    contentType: 'text/csv; charset=utf-8',
    content: planCsv(lines),
  }
}

async function settingsOf(tx: TenantTx): Promise<PlanSettings> {
  return (await findPlanSettings(tx)) ?? firstSettings
}
