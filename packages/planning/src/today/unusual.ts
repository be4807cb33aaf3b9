// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import { STRETCH, totalsBetween } from '../compare.ts'
import { standingOf, UNUSUAL_WEEK, unusualKind, WEEKS_COMPARED } from '../robust.ts'
import { type Sentence, sentence } from '../sentences.ts'
import type { Measured } from '../trends/stories.ts'
import type { Books, DailySeries, HolidayWindow, Settings, Unusual } from '../types.ts'
import { weekly } from '../weekly.ts'
import type { LostCustomer } from './lost-customers.ts'

/** Days looked at, same weekdays each is compared with, and how many of them must have had sales. */
const DAYS_BACK = 7
const SAME_WEEKDAYS = 8
const FEWEST_TRADED = 5
/** How many times the usual a day's sales must be; a whole business moves less than one item. */
const UNUSUAL_DAY = 1.5
/** Bars shown; the last is the unusual one. */
const BARS = 7
/** Items looked at: those that bring most in a year. */
const IMPORTANT = 200
/** An item's difference matters from this share of the business's week. */
const MATTERS = 0.005
/** A customer's loss is news for so long. */
const NEWS_DAYS = 45
/** Part of a difference from which one item, or one customer, is called the reason. */
const REASON_SHARE = 0.4
/** An item's usual week must hold so many pieces, and so many of the weeks compared a sale: else nothing is usual. */
const USUAL_PIECES = 5
const FEWEST_SELLING_WEEKS = 8
const MOST = 3

/** What is unusual, and the money by which it differs from what is usual. */
type Found = { readonly unusual: Unusual; readonly money: number }

/**
 * What is unusual of late: days of the whole business, big customers lost, and weeks of important items. At most three,
 * those that move most money first.
 */
export function unusualOf(
  books: Books,
  items: readonly Measured[],
  lost: readonly LostCustomer[],
  settings: Settings,
): Unusual[] {
  const important = [...items].sort((a, b) => b.year.net - a.year.net).slice(0, IMPORTANT)
  return [
    ...unusualDays(books, important, settings),
    ...lost
      .filter(({ lostSince }) => lostSince > settings.today - NEWS_DAYS)
      .map((one) => ({ unusual: lostCustomer(one, settings.today), money: one.usualNet })),
    ...unusualItems(important, books.total, settings),
  ]
    .sort((a, b) => b.money - a.money)
    .slice(0, MOST)
    .map(({ unusual }) => unusual)
}

/** Days of the last week against the same weekday of the eight weeks before. */
function unusualDays(books: Books, items: readonly Measured[], settings: Settings): Found[] {
  const found: Found[] = []
  for (let day = settings.today; day > settings.today - DAYS_BACK; day--) {
    const values = Array.from({ length: SAME_WEEKDAYS + 1 }, (_, i) =>
      netOn(books.total, day - 7 * (SAME_WEEKDAYS - i)),
    )
    const value = values.pop() as number
    if (books.firstDay > day - 7 * SAME_WEEKDAYS || values.filter((one) => one > 0).length < FEWEST_TRADED) continue
    const standing = standingOf(value, values)
    const kind = unusualKind(value, standing, UNUSUAL_DAY)
    if (kind === undefined || (kind === 'collapse' && isHoliday(settings.holidays, day))) continue
    const { usual, low, high } = standing
    const why = [
      sentence('why.day-against-weekday', { value, usual }),
      sentence('why.usual-range', { low, high }),
      ...(kind === 'spike' ? behindDay(books, items, day, value - usual) : []),
    ]
    found.push({
      money: Math.abs(value - usual),
      unusual: {
        kind,
        subject: { kind: 'business', key: '', name: '' },
        day,
        sentence:
          kind === 'spike'
            ? sentence('unusual.day-spike', { times: value / usual, day })
            : sentence('unusual.day-collapse', { ratio: Math.min(1, 1 - value / usual), day }),
        why,
        bars: [...values.slice(1 - BARS), value],
      },
    })
  }
  return found
}

/** One item or one customer that makes up a good part of what was too much. */
function behindDay(books: Books, items: readonly Measured[], day: DayNumber, excess: number): Sentence[] {
  const why: Sentence[] = []
  const item = largestOn(
    items.map(({ series }) => series),
    day,
  )
  if (item && item.net >= REASON_SHARE * excess) {
    why.push(sentence('why.one-item-behind', { name: item.series.name, net: item.net }))
  }
  const customer = largestOn(books.customers, day)
  if (customer && customer.net >= REASON_SHARE * excess) {
    why.push(sentence('why.one-customer-behind', { name: customer.series.name, net: customer.net }))
  }
  return why
}

function largestOn(list: readonly DailySeries[], day: DayNumber): { series: DailySeries; net: number } | undefined {
  let best: { series: DailySeries; net: number } | undefined
  for (const series of list) {
    const net = netOn(series, day)
    if (net > (best?.net ?? 0)) best = { series, net }
  }
  return best
}

function netOn(series: DailySeries, day: DayNumber): number {
  return totalsBetween(series, day, day).net
}

function isHoliday(holidays: readonly HolidayWindow[], day: DayNumber): boolean {
  return holidays.some(({ from, to }) => from <= day && day <= to)
}

/** Important items whose last week is far from the twelve before it. */
function unusualItems(items: readonly Measured[], total: DailySeries, settings: Settings): Found[] {
  const { today } = settings
  const businessWeek = totalsBetween(total, today - 7 * WEEKS_COMPARED + 1, today).net / WEEKS_COMPARED
  const found: Found[] = []
  for (const { series, presence, year } of items) {
    if (presence.first > today - 7 * (WEEKS_COMPARED + 1) + 1) continue
    // A week in which more came back than was sold is a week without sales, however much came back.
    const weeks = weekly(series.days, series.quantity, today, WEEKS_COMPARED + 1).map((one) => Math.max(0, one))
    const value = weeks.pop() as number
    if (weeks.filter((one) => one > 0).length < FEWEST_SELLING_WEEKS) continue
    const standing = standingOf(value, weeks)
    if (standing.usual < USUAL_PIECES) continue
    const kind = unusualKind(value, standing, UNUSUAL_WEEK)
    const price = year.quantity > 0 ? year.net / year.quantity : 0
    const money = Math.abs(value - standing.usual) * price
    if (kind === undefined || money < MATTERS * businessWeek) continue
    const { usual, low, high } = standing
    found.push({
      money,
      unusual: {
        kind,
        subject: { kind: 'item', key: series.key, name: series.name },
        day: today,
        sentence: itemSentence(kind, series.name, value, usual),
        why: [sentence('why.usual-range-pieces', { low, high })],
        bars: [...weeks.slice(1 - BARS), value],
      },
    })
  }
  return found
}

function itemSentence(kind: 'spike' | 'collapse', name: string, value: number, usual: number): Sentence {
  if (kind === 'spike') return sentence('unusual.item-week-spike', { name, value, usual })
  if (value <= 0) return sentence('unusual.item-week-none', { name, usual })
  return sentence('unusual.item-week-collapse', { name, value, usual })
}

function lostCustomer({ measured, usualNet, lostSince }: LostCustomer, today: DayNumber): Unusual {
  const { series, presence } = measured
  const { silent, last } = presence
  return {
    kind: 'lost-customer',
    subject: { kind: 'customer', key: series.key, name: series.name },
    day: lostSince,
    sentence: sentence('unusual.lost-customer', { name: series.name, silent }),
    why: [
      sentence('why.customer-brings', { net: usualNet, orders: measured.year.orders }),
      sentence('why.usual-gap', { usual: presence.usualGap ?? 0, silent }),
      sentence('why.customer-last-order', { day: last }),
    ],
    bars: Array.from({ length: BARS }, (_, i) => {
      const to = today - STRETCH * (BARS - 1 - i)
      return totalsBetween(series, to - STRETCH + 1, to).net
    }),
  }
}
