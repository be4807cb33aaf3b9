// SPDX-License-Identifier: Apache-2.0
import { addDays, daysBetween, isRealDate, type PlainDate } from '@resham/base'
import type { Doubt, EntryHead, UsualOfKind } from './types.ts'

const mostDaysAhead = 60
const mostDaysBack = 60
/** The same again within this many days is doubted: yesterday's paper entered twice. */
const sameWithinDays = 3

/** What looks wrong about the head of a document: its day, its currency, or that it was entered before. */
export function checkHead(head: EntryHead, usual: UsualOfKind): Doubt[] {
  return [...doubtsOfDay(head), ...doubtsOfCurrency(head, usual), ...doubtsOfTwice(head, usual)]
}

function doubtsOfDay({ day, today }: EntryHead): Doubt[] {
  const days = daysBetween(today, day)
  if (days <= mostDaysAhead && days >= -mostDaysBack) return []
  for (const years of [1, -1]) {
    const meant = inYear(day, Number(day.slice(0, 4)) + years)
    if (meant && Math.abs(daysBetween(today, meant)) <= 31) return [{ code: 'year-slip', meant }]
  }
  return [days > 0 ? { code: 'day-far-ahead', days } : { code: 'day-far-back', days: -days }]
}

function inYear(day: PlainDate, year: number): PlainDate | undefined {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  return isRealDate(year, month, date) ? (`${String(year).padStart(4, '0')}${day.slice(4)}` as PlainDate) : undefined
}

function doubtsOfCurrency({ currency }: EntryHead, { currencies }: UsualOfKind): Doubt[] {
  const [usual] = currencies
  return usual !== undefined && !currencies.includes(currency)
    ? [{ code: 'currency-unusual', got: currency, usual }]
    : []
}

function doubtsOfTwice(head: EntryHead, { recent }: UsualOfKind): Doubt[] {
  if (head.content === '') return []
  const since = addDays(head.day, -sameWithinDays)
  const until = addDays(head.day, sameWithinDays)
  const same = recent.find(
    (one) =>
      one.day >= since &&
      one.day <= until &&
      one.currency === head.currency &&
      one.total === head.total &&
      one.content === head.content,
  )
  return same ? [{ code: 'entered-before', id: same.id, day: same.day }] : []
}
