// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { DocumentKind } from '@resham/bookkeeping'
import { findRowOn, type Pack } from '@resham/pack-kit'
import { numberPrefix } from './kinds.ts'

/**
 * The fiscal year of a day, as people of the country write it: `2026`, or `2026-27` where it does not begin in January.
 *
 * @param pack Its rows say when a fiscal year begins; a country without a row for the day counts from January.
 */
export function fiscalYearOf(pack: Pick<Pack, 'fiscalYears'>, day: PlainDate): string {
  const row = findRowOn(pack.fiscalYears, day) ?? { startMonth: 1, startDay: 1 }
  const year = Number(day.slice(0, 4))
  const start = `${String(row.startMonth).padStart(2, '0')}-${String(row.startDay).padStart(2, '0')}`
  const first = day.slice(5) < start ? year - 1 : year
  return start === '01-01' ? String(first) : `${first}-${String((first + 1) % 100).padStart(2, '0')}`
}

/** The series a paper takes its number from. */
export function seriesOf(kind: DocumentKind, fiscalYear: string): string {
  return `${kind} ${fiscalYear}`
}

/** The number as it is printed: `INV-2026-27-0042`. */
export function numberOf(kind: DocumentKind, fiscalYear: string, count: bigint): string {
  return `${numberPrefix[kind]}-${fiscalYear}-${String(count).padStart(4, '0')}`
}
