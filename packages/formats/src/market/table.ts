// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { type ByteSource, type Decompressor, readHead } from '../byte-source.ts'
import { createDecoder } from '../decoder.ts'
import { readHeadRows, sniffDialect } from '../delimited/dialect.ts'
import { plainBytes, readDelimited } from '../delimited/read.ts'
import { detectEncoding } from '../encoding.ts'
import { formatError } from '../format-error.ts'
import { gunzip as ownGunzip } from '../gunzip.ts'
import type { Row } from '../row.ts'

/** What a host hands in, and what the operator wants of a file. */
export type MarketReadOptions = {
  readonly gunzip?: Decompressor
  readonly inflateRaw?: Decompressor
  /** Rows are kept where every named column holds one of its values: `{ Area: ['Zedland'] }`. */
  readonly only?: Readonly<Record<string, readonly string[]>>
}

/** A table whose first row names its columns. */
export type Table = {
  readonly header: readonly string[]
  /** The first rows, for who must look before reading. */
  readonly head: readonly Row[]
  /** Rows below the header, in order; those that `only` leaves out are counted. */
  rows(): AsyncIterable<{ readonly rows: readonly Row[]; readonly passedOver: number }>
}

const headBytes = 65_536

/** A column's name without what differs from one edition to the next: case, spaces, brackets. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * Opens a delimited text, plain or gzip, whatever its encoding and separator.
 *
 * @throws formats.empty, formats.header-only, market.columns-missing for a filter's column that is not there
 */
export async function openTable(source: ByteSource, options: MarketReadOptions = {}): Promise<Table> {
  const gunzip = options.gunzip ?? ownGunzip
  const { head: bytes, whole } = await readHead(plainBytes(source(), gunzip), headBytes)
  if (bytes.length === 0) throw formatError('formats.empty')
  const { encoding } = detectEncoding(bytes)
  const decoder = createDecoder(encoding)
  const text = decoder.push(bytes) + (whole ? decoder.end() : '')
  const { dialect } = sniffDialect(text, whole)
  const [first, ...head] = readHeadRows(text, whole, dialect)
  if (!first) throw formatError('formats.empty')
  if (head.length === 0) throw formatError('formats.header-only')
  const header = first.cells.map((cell) => cell.trim())
  const wanted = filterOf(header, options.only ?? {})

  return {
    header,
    head: head.filter(({ cells }) => wanted(cells)),
    async *rows() {
      for await (const batch of readDelimited(source, { encoding, dialect, gunzip })) {
        const below = batch.rows.filter(({ recordNo }) => recordNo > first.recordNo)
        const rows = below.filter(({ cells, fault }) => fault !== null || wanted(cells))
        yield { rows, passedOver: below.length - rows.length }
      }
    },
  }
}

function filterOf(
  header: readonly string[],
  only: Readonly<Record<string, readonly string[]>>,
): (cells: readonly string[]) => boolean {
  const tests = Object.entries(only).map(([name, values]) => {
    const at = columnOf(header, [name])
    if (at < 0) throw new AppError('market.columns-missing', { columns: name })
    return { at, values: new Set(values) }
  })
  return (cells) => tests.every(({ at, values }) => values.has((cells[at] ?? '').trim()))
}

/** Place of the first of several names that the header has; -1 where it has none. */
export function columnOf(header: readonly string[], names: readonly string[]): number {
  const plain = header.map(plainName)
  for (const name of names) {
    const at = plain.indexOf(plainName(name))
    if (at >= 0) return at
  }
  return -1
}

/** What stands in a named column of a row, trimmed; empty where there is none. */
export type Cells<Name extends string> = (row: Row, name: Name) => string

/**
 * Finds columns by the names that editions of a format have given them.
 *
 * @throws market.columns-missing naming those that must be there
 */
export function columnsOf<Name extends string>(
  header: readonly string[],
  names: Readonly<Record<Name, readonly string[]>>,
  required: readonly NoInfer<Name>[],
): Cells<Name> {
  const places = new Map<Name, number>()
  for (const name of Object.keys(names) as Name[]) places.set(name, columnOf(header, names[name]))
  const missing = required.filter((name) => (places.get(name) ?? -1) < 0)
  if (missing.length > 0) {
    throw new AppError('market.columns-missing', { columns: missing.map((name) => names[name][0] ?? name).join(', ') })
  }
  return (row, name) => (row.cells[places.get(name) ?? -1] ?? '').trim()
}
