// SPDX-License-Identifier: Apache-2.0
import { market } from '@resham/formats'
import type { Database } from '#platform/db/pool.ts'
import { withPlatform } from '#platform/db/tenancy.ts'
import type { Receive } from '#platform/fetch/received.ts'
import { decompressors } from '#platform/files/decompressors.ts'
import { saveHeadings } from './trade.repository.ts'

/** Loads what headings are called, from a file or address. @returns How many of how many rows. @throws what the reader throws */
export async function loadHeadings(
  parts: { readonly db: Database; readonly receive: Receive },
  from: string,
): Promise<{ readonly rowsRead: number; readonly headings: number }> {
  const { rowsRead, headings } = await parts.receive(from, (file) => market.readTradeHeadings(file.open, decompressors))
  const records = headings.map(({ code, name, nameUr }) => ({ code, nameEn: name, nameUr }))
  await withPlatform(parts.db, (tx) => saveHeadings(tx, records, false))
  return { rowsRead, headings: records.length }
}
