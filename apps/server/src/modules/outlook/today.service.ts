// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import type { OutlookState } from '@resham/contract'
import type { Static } from 'typebox'
import { type FindPack, listHolidays } from '#modules/calendar/index.ts'
import { dayIn } from '#platform/clock.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { findOpenJobRun } from '#platform/queue/job-runs.repository.ts'
import { toChart, toProvenance } from './outlook.mapping.ts'
import { findOutlook } from './outlook.repository.ts'

/** Kinds of job after which Today changes: while one is open, the page says that it works. */
const kindsThatChangeToday = ['imports.load', 'imports.reclassify', 'outlook.make', 'sample.fill']

/** Today as it was last made, and what is under way that will change it. */
export async function readToday(ctx: BusinessContext, findPack: FindPack): Promise<Static<typeof OutlookState>> {
  const { outlook, open } = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => ({
    outlook: await findOutlook(tx),
    open: await findOpenJobRun(tx, kindsThatChangeToday),
  }))
  const job = open ? { id: open.id, kind: open.kind, done: open.done, total: open.total, unit: open.unit } : null
  if (!outlook) return { state: job ? 'working' : 'empty', job, today: null }
  const pack = findPack(ctx.business.pack)
  const today = {
    ...outlook.today,
    chart: toChart(outlook.today.chart, (from, to) => listHolidays(pack, from, to)),
    booksEnded: outlook.throughDay < fromDayNumber(dayIn(ctx.business.timeZone, ctx.now)),
    provenance: toProvenance(outlook),
  }
  return { state: job ? 'working' : 'ready', job, today }
}
