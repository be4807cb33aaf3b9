// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { type Age, ages } from '@resham/bookkeeping'
import type { OwedBy } from '@resham/contract'
import type { Static } from 'typebox'
import type { OpenByAge } from '#modules/documents/index.ts'

type Owed = Static<typeof OwedBy>

/** Minor units as the API answers them. */
export function toAmount(minor: bigint, currency: string) {
  return { minor: minor.toString(), currency }
}

/** Sums by age as the API answers them. */
export function toByAge(byAge: Readonly<Record<Age, bigint>>, currency: string): Owed['byAge'] {
  const entries = Object.entries(byAge).map(([age, minor]) => [age, toAmount(minor, currency)])
  return Object.fromEntries(entries) as Owed['byAge']
}

/** What each party owes in each currency, most first. Who owes nothing is left out. */
export function toOwed(open: readonly OpenByAge[], today: PlainDate): Owed[] {
  const groups = Map.groupBy(open, (one) => `${one.partyId} ${one.currency}`)
  const owed = [...groups.values()].flatMap((rows) => {
    const [first] = rows
    const { byAge, totalMinor } = sumsOf(rows)
    if (!first || totalMinor <= 0n) return []
    const { partyId, partyName, phone, currency } = first
    const papers = rows.reduce((so, row) => so + row.papers, 0)
    const oldestDue = rows.flatMap((row) => row.oldestDue ?? []).sort()[0] ?? today
    const total = toAmount(totalMinor, currency)
    return [
      { totalMinor, row: { partyId, partyName, phone, total, byAge: toByAge(byAge, currency), oldestDue, papers } },
    ]
  })
  owed.sort((a, b) => (a.totalMinor === b.totalMinor ? 0 : a.totalMinor < b.totalMinor ? 1 : -1))
  return owed.map(({ row }) => row)
}

/** What is owed in each currency. */
export function toTotals(open: readonly OpenByAge[]) {
  return [...Map.groupBy(open, (one) => one.currency)].map(([currency, rows]) => {
    const { byAge, totalMinor } = sumsOf(rows)
    return { total: toAmount(totalMinor, currency), byAge: toByAge(byAge, currency) }
  })
}

function sumsOf(rows: readonly OpenByAge[]) {
  const sums = ages.map((age, step) => [age, rows.reduce((so, { minors }) => so + (minors[step] ?? 0n), 0n)] as const)
  const byAge = Object.fromEntries(sums) as Record<Age, bigint>
  return { byAge, totalMinor: sums.reduce((so, [, minor]) => so + minor, 0n) }
}
