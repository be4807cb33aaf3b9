// SPDX-License-Identifier: Apache-2.0
import { daysBetween, type PlainDate } from '@resham/base'

/** How long past due, in the steps that shops and lenders use. */
export const ages = ['not-due', '0-30', '31-60', '61-90', 'over-90'] as const
export type Age = (typeof ages)[number]
/** Days past due at which each step but the first begins. */
export const ageStarts: readonly number[] = [0, 31, 61, 91]

/** Something still open. `openMinor` is signed: an unused credit note or payment is negative. */
export type OpenDocument = { readonly due: PlainDate; readonly openMinor: bigint }

/** The step for a due day: due today is `0-30`, due tomorrow `not-due`. */
export function ageOn(due: PlainDate, today: PlainDate): Age {
  const late = daysBetween(due, today)
  return ages[ageStarts.filter((start) => late >= start).length] ?? 'not-due'
}

/** What is open by age, and together. One currency a call. */
export function ageing(
  documents: Iterable<OpenDocument>,
  today: PlainDate,
): { readonly byAge: Readonly<Record<Age, bigint>>; readonly totalMinor: bigint } {
  const byAge: Record<Age, bigint> = { 'not-due': 0n, '0-30': 0n, '31-60': 0n, '61-90': 0n, 'over-90': 0n }
  let totalMinor = 0n
  for (const { due, openMinor } of documents) {
    byAge[ageOn(due, today)] += openMinor
    totalMinor += openMinor
  }
  return { byAge, totalMinor }
}
