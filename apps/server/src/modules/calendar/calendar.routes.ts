// SPDX-License-Identifier: Apache-2.0
import { AppError, daysBetween, plainDate } from '@resham/base'
import { calendarEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { type FindPack, listHolidays } from './calendar.service.ts'

const longestDays = 3 * 366

/** The country's calendar. */
export function calendarRoutes(findPack: FindPack): Route[] {
  return [
    implement(at.list, async (ctx, { query }) => {
      const from = plainDate(query.from)
      const to = plainDate(query.to)
      if (daysBetween(from, to) > longestDays) throw new AppError('platform.invalid-request', { mostDays: longestDays })
      return { items: listHolidays(findPack(ctx.business.pack), from, to) }
    }),
  ]
}
