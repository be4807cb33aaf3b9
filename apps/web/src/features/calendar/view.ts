// SPDX-License-Identifier: Apache-2.0
import type { Holiday } from '@resham/contract'
import type { Static } from 'typebox'
import type { Words } from '#lib/i18n/words.ts'

type HolidayReply = Static<typeof Holiday>

/**
 * The year whose holidays are shown: the one asked for, else that of the books' last day.
 *
 * @param lastDay  Last day of the books; without books there is no "now" but the page's own.
 */
export function calendarYear(asked: string | null, lastDay: string | undefined, now = new Date()): number {
  const year = Number(asked)
  if (/^\d{4}$/.test(asked ?? '') && year >= 1980 && year <= 2075) return year
  return lastDay ? Number(lastDay.slice(0, 4)) : now.getUTCFullYear()
}

export type HolidayView = {
  readonly id: string
  readonly name: string
  readonly when: string
  /** Month and year of the moon; the day itself is what the country sights. */
  readonly hijri: string
  readonly kind: string
  readonly estimated: boolean
  readonly source: string
}
export type MonthView = { readonly title: string; readonly holidays: readonly HolidayView[] }

/** Holidays under the months in which they begin; months without any are left out. */
export function monthsView(holidays: readonly HolidayReply[], words: Words): readonly MonthView[] {
  const sorted = [...holidays].sort((a, b) => a.from.localeCompare(b.from))
  const months = [...new Set(sorted.map(({ from }) => from.slice(0, 7)))]
  return months.map((month) => ({
    title: words.day(`${month}-01`, 'month'),
    holidays: sorted.filter(({ from }) => from.startsWith(month)).map((holiday) => holidayView(holiday, words)),
  }))
}

function hijriMonth(day: string, words: Words): string {
  return words.hijri(day).replace(/^[\d۰-۹]+\s*/, '')
}

/** "28 to 30 May", "27 Sep to 3 Oct": a month that is the same is said once. */
function stretchInWords(from: string, to: string, words: Words): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  const start = sameMonth ? words.number(Number(from.slice(8)), 0) : words.day(from, 'short')
  return words.t('calendar.until', { from: start, to: words.day(to, 'short') })
}

function holidayView({ id, names, from, to, kind, estimated, source }: HolidayReply, words: Words): HolidayView {
  const until = from === to ? words.day(from, 'full') : stretchInWords(from, to, words)
  return {
    id: `${id}-${from}`,
    name: names[words.language],
    when: estimated ? words.t('calendar.about', { day: until }) : until,
    hijri: hijriMonth(from, words),
    kind:
      kind === 'season'
        ? words.t('calendar.kind.season')
        : kind === 'religious'
          ? words.t('calendar.kind.religious')
          : words.t('calendar.kind.public'),
    estimated,
    source,
  }
}
