// SPDX-License-Identifier: Apache-2.0
import { outlookEndpoints as at } from '@resham/contract'
import type { FindPack } from '#modules/calendar/index.ts'
import { implement, type Route } from '#platform/http/route.ts'
import { readToday } from './today.service.ts'
import { listTrends, readTrend } from './trends.service.ts'

/** Today and Trends: what the books say, as it was last made. */
export function outlookRoutes(findPack: FindPack): Route[] {
  return [
    implement(at.today, (ctx) => readToday(ctx, findPack)),
    implement(at.listTrends, listTrends),
    implement(at.readTrend, (ctx, input) => readTrend(ctx, input, findPack)),
  ]
}
