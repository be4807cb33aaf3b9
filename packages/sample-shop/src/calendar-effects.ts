// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, dayNumberOfParts, fromDayNumber, toDayNumber, weekday } from '@resham/base'
import type { ShopHoliday } from './types.ts'

/** How home demand moves around one kind of holiday. */
type Effect = {
  /** Factor on the last day before; grows towards it over the lead days. */
  readonly eve: number
  /** Factor on the days themselves. */
  readonly day: number
  /** Factor on the lag days after. */
  readonly after: number
  /** Added to the factor of cricket goods on the days themselves: matches under lights in Ramadan. */
  readonly cricket: number
}

const quiet: Effect = { eve: 1, day: 0.55, after: 1, cricket: 0 }

/** Holidays that the shop feels in its own way; any other is a day of few customers. */
const effects: Readonly<Record<string, Effect>> = {
  'eid-ul-fitr': { eve: 3.4, day: 0.12, after: 0.6, cricket: 0 },
  'eid-ul-adha': { eve: 1.9, day: 0.12, after: 0.65, cricket: 0 },
  ramadan: { eve: 1, day: 0.92, after: 1, cricket: 0.7 },
  ashura: { eve: 0.85, day: 0.15, after: 1, cricket: 0 },
  'independence-day': { eve: 1.35, day: 0.7, after: 1, cricket: 0 },
}

/** The effect of a holiday, as the generator applies it. */
export function effectOf(id: string): { readonly eve: number; readonly day: number } {
  return effects[id] ?? quiet
}

/** Home demand by weekday, Sunday first: markets rest on Sunday, close early on Friday, fill on Saturday. */
const byWeekday = [0.2, 1.0, 0.98, 1.02, 1.1, 0.75, 1.4] as const

/** Factors of one day of home trade. */
export type DayFactors = {
  /** For every item. */
  readonly all: number
  /** Added for goods of cricket, times one. */
  readonly cricketNights: number
  /** Between -1 (mid-summer) and 1 (mid-winter): the cricket months. */
  readonly winter: number
}

/** The factors of each day from `first` to `last`. */
export function dayFactors(first: DayNumber, last: DayNumber, holidays: readonly ShopHoliday[]): readonly DayFactors[] {
  const count = last - first + 1
  const all = new Float64Array(count)
  const nights = new Float64Array(count)
  for (let i = 0; i < count; i += 1) all[i] = byWeekday[weekday(first + i)] ?? 1
  for (const holiday of holidays) applyHoliday(holiday, first, all, nights)
  return Array.from(all, (factor, i) => ({ all: factor, cricketNights: nights[i] ?? 0, winter: winterOf(first + i) }))
}

function applyHoliday(holiday: ShopHoliday, first: DayNumber, all: Float64Array, nights: Float64Array): void {
  const effect = effects[holiday.id] ?? quiet
  const from = toDayNumber(holiday.from) - first
  const to = toDayNumber(holiday.to) - first
  for (let i = from - holiday.leadDays; i <= to + holiday.lagDays; i += 1) {
    const before = from - i
    const within = i >= from && i <= to
    // The rush grows towards the eve: half-way through the lead it has a quarter of its height.
    const rush = 1 + (effect.eve - 1) * (1 - (before - 1) / Math.max(1, holiday.leadDays)) ** 2
    const factor = within ? effect.day : before > 0 ? rush : effect.after
    if (i < 0 || i >= all.length) continue
    all[i] = (all[i] ?? 1) * factor
    if (within) nights[i] = (nights[i] ?? 0) + effect.cricket
  }
}

/** Dry, cool months from October to March, their middle in early January. */
function winterOf(day: DayNumber): number {
  const year = Number(fromDayNumber(day).slice(0, 4))
  const middle = dayNumberOfParts(year, 1, 5)
  return Math.cos((2 * Math.PI * (day - middle)) / 365.25)
}
