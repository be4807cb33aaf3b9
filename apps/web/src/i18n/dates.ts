// SPDX-License-Identifier: Apache-2.0
import type { Language } from './numbers.ts'

export type DateStyle = 'short' | 'long' | 'full' | 'month' | 'shortMonth'

const options = {
  short: { day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short', year: 'numeric' },
} as const satisfies Record<DateStyle, Intl.DateTimeFormatOptions>

/** The order in which both languages say a date: weekday, day, month, year. */
const order = ['weekday', 'day', 'month', 'year'] as const

const said = new Map<string, string>()

/** A day of business (`2026-11-24`) in words, with Western digits. Remembered: all pages speak of the same few days. */
export function dayInWords(day: string, language: Language, style: DateStyle): string {
  const name = `${day} ${language} ${style}`
  const known = said.get(name)
  if (known !== undefined) return known
  const words = inOrder(new Date(`${day}T00:00:00Z`), language, style, 'UTC', 'gregory')
  if (said.size >= 10_000) said.clear()
  said.set(name, words)
  return words
}

/** The same day in the Hijri calendar (Umm al-Qura), which may differ from the sighted moon by a day. */
export function hijriInWords(day: string, language: Language): string {
  return inOrder(new Date(`${day}T00:00:00Z`), language, 'long', 'UTC', 'islamic-umalqura')
}

/** An instant as day and time of day in a time zone, with Western digits. */
export function instantInWords(instant: string, language: Language, timeZone: string): string {
  const date = new Date(instant)
  const clock = formatOf('en-u-nu-latn', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${inOrder(date, language, 'long', timeZone, 'gregory')} ${clock.format(date)}`
}

function inOrder(date: Date, language: Language, style: DateStyle, timeZone: string, calendar: string): string {
  const format = formatOf(`${language}-u-nu-latn-ca-${calendar}`, { ...options[style], timeZone })
  const parts = new Map(format.formatToParts(date).map((part) => [part.type, part.value]))
  return order.flatMap((type) => parts.get(type) ?? []).join(' ')
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** A formatter, made once: making one costs as much as a hundred dates in it, and a page with a chart says a hundred. */
function formatOf(locale: string, given: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(given)}`
  const known = formats.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, given)
  if (formats.size < 200) formats.set(name, made)
  return made
}
