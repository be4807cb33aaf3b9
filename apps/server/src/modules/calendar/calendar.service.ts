// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { Holiday as HolidayReply } from '@resham/contract'
import { holidaysBetween, type Pack } from '@resham/pack-kit'
import type { Static } from 'typebox'

/** Finds a country by the id of its pack. */
export type FindPack = (id: string) => Pack | undefined

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
