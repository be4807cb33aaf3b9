// SPDX-License-Identifier: Apache-2.0
import { eventEffects } from '@resham/forecast'
import { categoriesOf } from './categories.ts'
import type { DailySeries, HolidayPrior, HolidayPriors, ItemSeries, Settings } from './types.ts'
import { holidayShares, weekly, weekStart, weeksSince } from './weekly.ts'

/** History beyond three years says little of how people buy now. */
const LONGEST_HISTORY = 156
const YEAR = 52
/** How much the logarithm of a holiday's multiple differs from one item of a category to another, about. */
const BETWEEN_ITEMS = 0.3

/**
 * What each holiday does to the shop's goods, all together and by category, as a starting point for items too young to
 * have seen it often enough themselves.
 *
 * Pieces sold are summed, so the best sellers speak loudest. The shop's own effects are the starting point for its
 * categories. A holiday that the shop has not seen twice, three quarters of a year apart, has none.
 *
 * @param items Of the whole shop; those sold abroad only do not know its holidays and are better left out.
 * @returns     By category, and `all` for items of none; holidays by the names of their windows.
 */
export function holidayPriors(items: readonly ItemSeries[], settings: Settings): HolidayPriors {
  const categories = categoriesOf(items)
  const whole = categoriesOf(items.map((item) => ({ ...item, category: 'all' })))[0]
  if (whole === undefined || settings.holidays.length === 0) return { all: {}, byCategory: {} }
  const all = effectsOf(whole, settings, {})
  return { all, byCategory: Object.fromEntries(categories.map((part) => [part.key, effectsOf(part, settings, all)])) }
}

/** The priors of one item: those of its category where there are some, else the shop's. */
export function priorsOf(item: DailySeries & { readonly category?: string | null }, settings: Settings): Priors {
  const { holidayPriors: priors } = settings
  if (priors === undefined) return {}
  return priors.byCategory[item.category ?? ''] ?? priors.all
}

type Priors = Readonly<Record<string, HolidayPrior>>

function effectsOf(series: DailySeries, { today, holidays }: Settings, priors: Priors): Priors {
  const first = series.days[0]
  const weeks = first === undefined ? 0 : Math.min(weeksSince(first, today), LONGEST_HISTORY)
  if (weeks < YEAR) return priors
  const y = weekly(series.days, series.quantity, today, weeks).map((value) => Math.max(0, value))
  const events = withPriors(holidayShares(holidays, weekStart(today, weeks - 1), weeks), priors)
  const found = eventEffects(y, { events, seasonLength: weeks > YEAR ? YEAR : 1 })
  const own = found
    .filter(({ status }) => status !== 'not-enough-history')
    .map(({ name, factor, lowFactor, highFactor }) => {
      const error = Math.log(highFactor / lowFactor) / 2
      return [name, { factor, spread: Math.hypot(error, BETWEEN_ITEMS) }] as const
    })
  return { ...priors, ...Object.fromEntries(own) }
}

/** Events with what is known of each elsewhere. */
export function withPriors<T extends { readonly name: string }>(
  events: readonly T[],
  priors: Priors,
): (T & { readonly prior?: HolidayPrior })[] {
  return events.map((event) => {
    const prior = priors[event.name]
    return prior ? { ...event, prior } : event
  })
}
