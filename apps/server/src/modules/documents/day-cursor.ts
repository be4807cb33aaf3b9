// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/** Lists of papers and payments are ordered by day, then id: the last of a page says where the next begins. */
export function writeDayCursor(last: { readonly day: string; readonly id: string }): string {
  return `${last.day}.${last.id}`
}

/** @throws platform.invalid-request for text that no page gave */
export function readDayCursor(text: string): { day: string; id: string } {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(text) ?? []
  if (day === undefined || id === undefined) throw new AppError('platform.invalid-request', { field: 'cursor' })
  return { day, id }
}
