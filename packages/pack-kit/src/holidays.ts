// SPDX-License-Identifier: Apache-2.0
import {
  AppError,
  type DayNumber,
  dayNumberOfParts,
  daysInMonth,
  fromDayNumber,
  type PlainDate,
  toDayNumber,
  weekday,
} from '@resham/base'
import { hijriMonthStart, toHijri } from './hijri.ts'
import type { Names } from './names.ts'
import type { HijriStyle, HolidayKind, HolidayWhen, Pack } from './pack.ts'

/** A holiday or season as it falls once. */
export type Holiday = {
  readonly id: string
  readonly names: Names
  /** First and last day, inclusive. */
  readonly from: PlainDate
  readonly to: PlainDate
  readonly kind: HolidayKind
  /** True when the days are computed, not announced: they may move by a day. */
  readonly estimated: boolean
  readonly source: string
  /** Days around it on which trade feels it. */
  readonly leadDays: number
  readonly lagDays: number
}

type Span = { from: DayNumber; to: DayNumber; estimated: boolean; source: string | undefined }
type HijriRows = {
  readonly [K in keyof HijriStyle]: K extends 'months' ? readonly HijriStyle['months'][number][] : HijriStyle[K]
}

/** Longest span asked for at once, in days: a century. */
const maximumDays = 36_600

/**
 * The holidays and seasons that touch the days `from` to `to`, in order of their first day.
 *
 * A holiday after the Hijri calendar stands on the announced month where the pack has it; elsewhere
 * it is estimated from Umm al-Qura and the country's usual delay, and says so.
 *
 * @param pack A checked pack.
 * @param from First day. @param to Last day, inclusive, at most a century later.
 * @throws pack.span-invalid, pack.hijri-out-of-range
 */
export function holidaysBetween(
  pack: Pick<Pack, 'holidays' | 'hijri'>,
  from: PlainDate,
  to: PlainDate,
): readonly Holiday[] {
  const first = toDayNumber(from)
  const last = toDayNumber(to)
  if (!(last >= first) || last - first > maximumDays) throw new AppError('pack.span-invalid', { from, to })

  const found: Holiday[] = []
  for (const row of pack.holidays) {
    for (const span of spansOf(row.when, pack.hijri, first, last)) {
      const start = fromDayNumber(span.from)
      const kept = row.valid_from <= start && (row.valid_to === null || start <= row.valid_to)
      if (!kept || span.to < first || span.from > last) continue
      found.push({
        id: row.id,
        names: row.names,
        from: start,
        to: fromDayNumber(span.to),
        kind: row.kind,
        estimated: span.estimated,
        source: span.source ?? row.source,
        leadDays: row.leadDays,
        lagDays: row.lagDays,
      })
    }
  }
  return found.sort((a, b) => (a.from === b.from ? compareText(a.id, b.id) : compareText(a.from, b.from)))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function spansOf(when: HolidayWhen, hijri: HijriRows | null, first: DayNumber, last: DayNumber): Span[] {
  return when.type === 'hijri' || when.type === 'hijri-month'
    ? hijriSpans(when, hijri, first, last)
    : gregorianSpans(when, first, last)
}

type GregorianWhen = Extract<HolidayWhen, { type: 'fixed' | 'nth-weekday' }>
type HijriWhen = Extract<HolidayWhen, { type: 'hijri' | 'hijri-month' }>

function gregorianSpans(when: GregorianWhen, first: DayNumber, last: DayNumber): Span[] {
  const spans: Span[] = []
  const firstYear = Number(fromDayNumber(first).slice(0, 4)) - 1
  const lastYear = Number(fromDayNumber(last).slice(0, 4))
  for (let year = Math.max(1, firstYear); year <= lastYear; year += 1) {
    const from = startInYear(when, year)
    if (from !== undefined) spans.push({ from, to: from + when.days - 1, estimated: false, source: undefined })
  }
  return spans
}

function startInYear(when: GregorianWhen, year: number): DayNumber | undefined {
  if (when.type === 'fixed') {
    return when.day <= daysInMonth(year, when.month) ? dayNumberOfParts(year, when.month, when.day) : undefined
  }
  const monthStart = dayNumberOfParts(year, when.month, 1)
  return monthStart + ((when.weekday - weekday(monthStart) + 7) % 7) + (when.nth - 1) * 7
}

function hijriSpans(when: HijriWhen, hijri: HijriRows | null, first: DayNumber, last: DayNumber): Span[] {
  if (!hijri) return []
  const spans: Span[] = []
  // A margin of 70 days covers a whole month, its announced delay and the turn of the year.
  const firstYear = toHijri(fromDayNumber(first - 70)).year
  const lastYear = toHijri(fromDayNumber(last + 10)).year
  for (let year = firstYear; year <= lastYear; year += 1) {
    const start = monthStart(hijri, year, when.month)
    if (when.type === 'hijri') {
      const from = start.day + when.day - 1
      spans.push({ from, to: from + when.days - 1, estimated: start.source === undefined, source: start.source })
      continue
    }
    const next = when.month === 12 ? monthStart(hijri, year + 1, 1) : monthStart(hijri, year, when.month + 1)
    const estimated = start.source === undefined || next.source === undefined
    const length = Math.min(30, Math.max(29, next.day - start.day))
    spans.push({ from: start.day, to: start.day + length - 1, estimated, source: start.source })
  }
  return spans
}

/** First day of a month as announced, else as estimated (no source of its own). */
function monthStart(hijri: HijriRows, year: number, month: number): { day: DayNumber; source: string | undefined } {
  const announced = hijri.months.find((row) => row.year === year && row.month === month)
  if (announced) return { day: toDayNumber(announced.firstDay as PlainDate), source: announced.source }
  return { day: hijriMonthStart(year, month) + hijri.offsetDays, source: undefined }
}
