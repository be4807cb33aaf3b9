// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/** What a request says about the page that it wants. */
type PageRequest = { readonly cursor?: string; readonly limit?: number }

/** Rows of a page for a caller that names no number. */
const usualSize = 50

/** How many rows a page shows. */
export function pageSize(query: PageRequest): number {
  return query.limit ?? usualSize
}

/**
 * A page of a list, cut from one row more than it shows: the row too many says that there is a next page.
 *
 * @param rows     Up to `size + 1` of them, in order.
 * @param cursorOf The cursor of the page after, from the last row of this one.
 */
export function pageOf<T>(
  rows: readonly T[],
  size: number,
  cursorOf: (last: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, next: last !== undefined && rows.length > size ? cursorOf(last) : null }
}

/** Where a page starts that is found by the id of the last row before it; nothing on the first page. */
export function beforeCursor(query: PageRequest): { before?: string } {
  return query.cursor === undefined ? {} : { before: query.cursor }
}

/** Where a page starts that is found by counting; 0 on the first page. @throws platform.invalid-request */
export function countCursor(query: PageRequest): number {
  const { cursor = '0' } = query
  if (!/^\d{1,12}$/.test(cursor)) throw new AppError('platform.invalid-request', { field: 'cursor' })
  return Number(cursor)
}

/** The cursor of a list in order of name, then id: the last of a page says where the next begins. */
export function nameCursor(last: { readonly name: string; readonly id: string }): string {
  return Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url')
}

/** Reads it again. @throws platform.invalid-request */
export function readNameCursor(text: string): { name: string; id: string } {
  try {
    const [name, id] = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (typeof name === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { name, id }
  } catch {
    // Falls through to the refusal.
  }
  throw new AppError('platform.invalid-request', { field: 'cursor' })
}
