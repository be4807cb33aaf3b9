// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, dayNumberOfParts } from '@resham/base'
import type { Entry, Heard } from './lexicon.ts'
import type { AskedTime } from './types.ts'

const units = ['day', 'week', 'month', 'year'] as const
type Unit = (typeof units)[number]

/** The time that a question asks about: the first that is named; null where none is. */
export function readTime(heard: readonly Heard[]): AskedTime | null {
  const entries = heard.map(({ entry }) => entry)
  return calendarTime(entries) ?? relativeTime(entries)
}

/** "2019", "March 2020", "from 2018 to 2021", "since 2020", "in March". */
function calendarTime(entries: readonly Entry[]): AskedTime | null {
  const years = entries.flatMap((entry) => (entry.kind === 'year' ? [entry.value] : []))
  const month = entries.flatMap((entry) => (entry.kind === 'month' ? [entry.value] : []))[0] ?? null
  const [first, second] = years
  if (first !== undefined && second !== undefined) {
    return { kind: 'years', from: Math.min(first, second), to: Math.max(first, second) }
  }
  if (first === undefined) return month === null ? null : { kind: 'calendar', year: null, month }
  const at = entries.findIndex((entry) => entry.kind === 'year')
  const isSince = [entries[at - 1], entries[at + 1]].some((entry) => isMeaning(entry, 'since'))
  return isSince && month === null ? { kind: 'years', from: first, to: null } : { kind: 'calendar', year: first, month }
}

/** "next month", "last 3 years", "teen mahine baad", "this year", "today". */
function relativeTime(entries: readonly Entry[]): AskedTime | null {
  const at = entries.findIndex((entry) => entry.kind === 'meaning' && units.includes(entry.id as Unit))
  const unitEntry = entries[at]
  if (unitEntry?.kind !== 'meaning') {
    if (entries.some((entry) => isMeaning(entry, 'now'))) return { kind: 'relative', unit: 'day', count: 0 }
    return null
  }
  const unit = unitEntry.id as Unit
  const near = entries.slice(Math.max(0, at - 2), at + 2)
  const count = near.flatMap((entry) => (entry.kind === 'number' ? [entry.value] : []))[0] ?? 1
  const all = (meaning: Parameters<typeof isMeaning>[1]) => entries.some((entry) => isMeaning(entry, meaning))
  if (near.some((entry) => isMeaning(entry, 'next')) || (all('ahead') && !all('last'))) {
    return { kind: 'relative', unit, count }
  }
  if (near.some((entry) => isMeaning(entry, 'last')) || all('past')) return { kind: 'relative', unit, count: -count }
  if (near.some((entry) => isMeaning(entry, 'this'))) return { kind: 'relative', unit, count: 0 }
  return near.some((entry) => entry.kind === 'number') ? { kind: 'relative', unit, count: -count } : null
}

function isMeaning(entry: Entry | undefined, id: Extract<Entry, { kind: 'meaning' }>['id']): boolean {
  return entry?.kind === 'meaning' && entry.id === id
}

/** First and last day of the time that was asked for, seen from a day. */
export function daysOf(time: AskedTime, today: DayNumber): { readonly from: DayNumber; readonly to: DayNumber } {
  const date = new Date(today * 86_400_000)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1]
  if (time.kind === 'years') {
    return { from: dayNumberOfParts(time.from, 1, 1), to: time.to === null ? today : dayNumberOfParts(time.to, 12, 31) }
  }
  if (time.kind === 'calendar') {
    if (time.month === null) return wholeMonths((time.year ?? year) * 12, 12)
    // A month without a year is the last one that has begun.
    const of = time.year ?? (time.month <= month ? year : year - 1)
    return wholeMonths(of * 12 + time.month - 1, 1)
  }
  return relativeDays(time, today, year, month)
}

function relativeDays(
  { unit, count }: Extract<AskedTime, { kind: 'relative' }>,
  today: DayNumber,
  year: number,
  month: number,
) {
  const here = year * 12 + month - 1
  const days = unit === 'week' ? 7 : 1
  if (unit === 'day' || unit === 'week') {
    if (count > 0) return { from: today + 1, to: today + days * count }
    return { from: today + days * count - (count === 0 ? days - 1 : 0), to: today }
  }
  const size = unit === 'year' ? 12 : 1
  const start = unit === 'year' ? year * 12 : here
  if (count > 0) return wholeMonths(start + size, size * count)
  if (count === 0) return wholeMonths(start, size)
  // "Last year" is the calendar's; "the last three years" run up to now.
  return count === -1 ? wholeMonths(start - size, size) : { from: monthStart(here + size * count), to: today }
}

function wholeMonths(first: number, count: number) {
  return { from: monthStart(first), to: monthStart(first + count) - 1 }
}

function monthStart(month: number): DayNumber {
  return dayNumberOfParts(Math.floor(month / 12), (month % 12) + 1, 1)
}
