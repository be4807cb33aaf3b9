// SPDX-License-Identifier: Apache-2.0
import { AppError, type PlainDate } from '@resham/base'
import type { DatedRow } from './pack.ts'

/**
 * The row that holds on a day, or undefined when none does.
 *
 * @param rows In any order, not overlapping (the checker sees to it); `valid_to` is inclusive.
 */
export function findRowOn<Row extends Readonly<DatedRow>>(rows: readonly Row[], day: PlainDate): Row | undefined {
  return rows.find((row) => row.valid_from <= day && (row.valid_to === null || day <= row.valid_to))
}

/**
 * The row that holds on a day.
 *
 * @throws pack.no-row-on-day
 */
export function getRowOn<Row extends Readonly<DatedRow>>(rows: readonly Row[], day: PlainDate): Row {
  const row = findRowOn(rows, day)
  if (!row) throw new AppError('pack.no-row-on-day', { day })
  return row
}
