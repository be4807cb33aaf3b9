// SPDX-License-Identifier: Apache-2.0
import { AppError, declined } from '@resham/base'
import { categoriesOf } from './categories.ts'
import { compared, stretches, totalsBetween } from './compare.ts'
import { holidayPriors } from './holiday-priors.ts'
import { moneyAhead, outlookOfItem, WEEKS_AHEAD } from './outlook.ts'
import { planItems } from './replenish/plan-items.ts'
import { unusualWeeks } from './robust.ts'
import { lostCustomers } from './today/lost-customers.ts'
import { movedItems, moversOf } from './today/movers.ts'
import { tasksOf } from './today/tasks.ts'
import { unusualOf } from './today/unusual.ts'
import { type Months, wholeMonths } from './trends/season.ts'
import { type Measured, measure, type Setting, tellStories } from './trends/stories.ts'
import type { Analysis, Books, Chart, DailySeries, ItemOutlook, Settings, Supply, Today, TrendStory } from './types.ts'
import { VERSION } from './version.ts'
import { weekly, weekStart, weeksSince } from './weekly.ts'

/** Weeks on the first page, past and ahead. */
const WEEKS_PAST = 18
const WEEKS_NEXT = 6
/** Longer lists are forecast for the largest only: the rest is seldom looked at and would cost more than it says. */
const FORECAST_KEYS = 60

/**
 * Everything the three pages say, from the books and the outlooks of the items.
 *
 * @param outlooks In any order; an item without one is said to have none.
 * @param supplies In any order, for those items of which something is known.
 * @throws planning.today-invalid, planning.supply-invalid
 */
export function analyse(
  books: Books,
  outlooks: readonly ItemOutlook[],
  supplies: readonly Supply[],
  settings: Settings,
): Analysis {
  const { today, seed } = settings
  if (!Number.isInteger(today)) throw new AppError('planning.today-invalid', { today: String(today) })
  const booksFrom = books.firstDay
  const months = wholeMonths(booksFrom, today)
  const byKey = new Map(outlooks.map((outlook) => [outlook.key, outlook]))
  const missing = declined('not-forecast-yet')

  const items = measure(books.items, today, booksFrom)
  const customers = measure(books.customers, today, booksFrom)
  const setting = { settings, booksFrom, months }
  const itemStories = tellStories('item', items, { ...setting, ahead: ({ key }) => byKey.get(key)?.next ?? missing })
  const trends = {
    item: itemStories,
    category: partStories('category', measure(categoriesOf(books.items), today, booksFrom), setting),
    country: partStories('country', measure(books.countries, today, booksFrom), setting),
    customer: tellStories('customer', customers, { ...setting, ahead: () => missing }),
    channel: partStories('channel', measure(books.channels, today, booksFrom), setting),
  }
  const plan = planItems(books.items, byKey, supplies, settings)
  const lost = lostCustomers(customers, usualNet30(books), booksFrom)
  const moved = movedItems(items, today, booksFrom)
  return {
    engine: 'planning',
    version: VERSION,
    seed,
    today: {
      today,
      last30: last30Of(books, today),
      chart: businessChart(books, settings),
      tasks: tasksOf({ today, plan, items, stories: itemStories, lost, moved }),
      unusual: unusualOf(books, items, lost, settings),
      ...moversOf(moved, today, booksFrom),
      items: items.length,
    },
    trends,
    plan,
  }
}

/** Outlooks and all, in this thread. */
export function analyseAll(books: Books, supplies: readonly Supply[], given: Settings): Analysis {
  const settings = { ...given, holidayPriors: given.holidayPriors ?? holidayPriors(books.items, given) }
  return analyse(
    books,
    books.items.map((item) => outlookOfItem(item, settings)),
    supplies,
    settings,
  )
}

/** Stories of parts of the business, the largest with a forecast of their money. */
function partStories(
  subject: 'category' | 'country' | 'channel',
  measured: readonly Measured[],
  setting: { readonly settings: Settings; readonly booksFrom: number; readonly months: Months },
): TrendStory[] {
  const largest = [...measured].sort((a, b) => b.year.net - a.year.net).slice(0, FORECAST_KEYS)
  const forecast = new Set(largest.map(({ series }) => series.key))
  const ahead: Setting['ahead'] = (series) =>
    forecast.has(series.key) ? moneyAhead(series, setting.settings, WEEKS_AHEAD) : declined('not-among-the-largest')
  return tellStories(subject, measured, { ...setting, ahead })
}

/** What the business brings in 30 days, over the last year of its books or as much of it as there is. */
function usualNet30({ total, firstDay, lastDay }: Books): number {
  const from = Math.max(firstDay, lastDay - 364)
  return (totalsBetween(total, from, lastDay).net * 30) / Math.max(30, lastDay - from + 1)
}

function last30Of({ total, firstDay }: Books, today: number): Today['last30'] {
  const { now, before, lastYear } = stretches(today)
  const { net, orders } = totalsBetween(total, now.from, now.to)
  const against = (older: { readonly from: number; readonly to: number }) =>
    compared(net, { ...older, net: totalsBetween(total, older.from, older.to).net }, firstDay, today)
  return { ...now, net, orders, before: against(before), lastYear: against(lastYear) }
}

function businessChart({ total, firstDay }: Books, settings: Settings): Chart {
  const { today } = settings
  const weeks = Math.min(WEEKS_PAST, weeksOfBooks(total, firstDay, today))
  // Marks need the weeks before those that are shown.
  const known = Math.min(2 * WEEKS_PAST, weeksOfBooks(total, firstDay, today))
  const hidden = known - weeks
  return {
    unit: 'money',
    past: { from: weekStart(today, weeks - 1), values: weekly(total.days, total.net, today, weeks) },
    next: moneyAhead(total, settings, WEEKS_NEXT),
    marks: unusualWeeks(weekly(total.days, total.net, today, known))
      .map((week) => week - hidden)
      .filter((week) => week >= 0),
  }
}

/** None when the books are empty. */
function weeksOfBooks(total: DailySeries, firstDay: number, today: number): number {
  return total.days.length === 0 ? 0 : weeksSince(firstDay, today)
}
