// SPDX-License-Identifier: Apache-2.0
import { type ByteSource, readHead } from '../byte-source.ts'
import { formatError } from '../format-error.ts'
import { tableLimits } from '../row.ts'
import { sniffBytes } from '../sniff-bytes.ts'
import { openEntry, readZipDirectory } from '../xlsx/zip.ts'
import type { MarketReadOptions } from './table.ts'

/**
 * The table inside a zip, as statistics offices pack them: its largest CSV. A source that is no zip is given back.
 *
 * @throws formats.zip-not-workbook where it holds no CSV, formats.broken-workbook
 */
export async function onlyFileOfZip(source: ByteSource, options: MarketReadOptions): Promise<ByteSource> {
  const { head } = await readHead(source(), 8)
  if (sniffBytes(head) !== 'zip') return source
  const tables = (await readZipDirectory(source)).filter(({ name }) => /\.(?:csv|txt)$/i.test(name))
  const largest = tables.toSorted((a, b) => b.expandedBytes - a.expandedBytes)[0]
  if (!largest) throw formatError('formats.zip-not-workbook')
  const { inflateRaw } = options
  return () =>
    openEntry(source, largest, {
      maxExpandedBytes: tableLimits.maxExpandedBytes,
      ...(inflateRaw ? { inflateRaw } : {}),
    })
}
