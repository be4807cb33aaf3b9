// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { Holiday as HolidayReply } from '@resham/contract'
import { holidaysBetween, type Pack } from '@resham/pack-kit'
import type { Static } from 'typebox'

/** Finds a country by the id of its pack. */
export type FindPack = (id: string) => Pack | undefined

type Holidays = readonly Static<typeof HolidayReply>[]

// Reckoned once: the moon's months take long to find, and every chart of a business spans the same weeks.
const reckoned = new WeakMap<Pack, Map<string, Holidays>>()

/** The country's holidays between two days, as the API answers them. */
export function listHolidays(pack: Pack | undefined, from: PlainDate, to: PlainDate): Static<typeof HolidayReply>[] {
  if (!pack || to < from) return []
  const known = reckoned.get(pack) ?? new Map<string, Holidays>()
  reckoned.set(pack, known)
  const span = `${from} ${to}`
  const holidays = known.get(span) ?? reckon(pack, from, to)
  if (known.size >= 500) known.clear()
  known.set(span, holidays)
  return [...holidays]
}

function reckon(pack: Pack, from: PlainDate, to: PlainDate): Holidays {
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
