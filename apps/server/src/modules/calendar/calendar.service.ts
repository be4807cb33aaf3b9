// SPDX-License-Identifier: Apache-2.0
import { addDays, type DayNumber, type PlainDate, toDayNumber } from '@resham/base'
import type { Holiday as HolidayReply } from '@resham/contract'
import { holidaysBetween, type Pack } from '@resham/pack-kit'
import type { Static } from 'typebox'

/** Finds a country by the id of its pack. */
export type FindPack = (id: string) => Pack | undefined

/** Days that may move demand, under a name of their own. */
export type Window = { readonly name: string; readonly from: DayNumber; readonly to: DayNumber }

/** The country's holidays between two days, as the API answers them. */
export function listHolidays(pack: Pack | undefined, from: PlainDate, to: PlainDate): Static<typeof HolidayReply>[] {
  if (!pack || to < from) return []
  return holidaysBetween(pack, from, to).map(({ id, names, from, to, kind, estimated, source }) => ({
    id,
    names,
    from,
    to,
    kind,
    estimated,
    source,
  }))
}

/** The part of a lead in which a rush shows most. */
const nearDays = 7
/** The longest lead or lag that a pack may give. */
const reachDays = 60

/** Each holiday between two days, and the days before and after it on which trade feels it. */
export function listWindows(pack: Pack | undefined, from: PlainDate, to: PlainDate): Window[] {
  if (!pack) return []
  return holidaysBetween(pack, addDays(from, -reachDays), addDays(to, reachDays)).flatMap((holiday) => {
    const first = toDayNumber(holiday.from)
    const last = toDayNumber(holiday.to)
    const near = Math.min(nearDays, holiday.leadDays)
    return [
      { name: holiday.id, from: first, to: last },
      { name: `${holiday.id}:near`, from: first - near, to: first - 1 },
      { name: `${holiday.id}:early`, from: first - holiday.leadDays, to: first - near - 1 },
      { name: `${holiday.id}:after`, from: last + 1, to: last + holiday.lagDays },
    ].filter((window) => window.to >= window.from)
  })
}
