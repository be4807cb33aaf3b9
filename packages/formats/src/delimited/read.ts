// SPDX-License-Identifier: Apache-2.0

import { isAppError } from '@resham/base'
import type { ByteSource, Decompressor } from '../byte-source.ts'
import { createDecoder, type Decoder } from '../decoder.ts'
import type { Encoding } from '../encoding.ts'
import { formatError } from '../format-error.ts'
import { gunzip as ownGunzip, withLimit } from '../gunzip.ts'
import { type Row, type RowBatch, type TableLimits, tableLimits } from '../row.ts'
import { createTokenizer, type Dialect } from './tokenizer.ts'

/** How to read a delimited file. */
export type DelimitedOptions = {
  readonly encoding: Encoding
  readonly dialect: Dialect
  /** The host's own gunzip; ours when absent. */
  readonly gunzip?: Decompressor
  readonly limits?: Partial<TableLimits>
}

/** Largest piece that is decoded at once: what is made of it should die young, whatever chunks a host hands in. */
const pieceBytes = 65_536

/**
 * Reads a delimited file, plain or gzip, row by row.
 *
 * @throws formats.too-large, formats.too-many-columns (first record), formats.broken-gzip
 */
export async function* readDelimited(source: ByteSource, options: DelimitedOptions): AsyncIterable<RowBatch> {
  const limits = { ...tableLimits, ...options.limits }
  const counter = { bytes: 0 }
  const chunks = withLimit(
    plainBytes(countBytes(source(), counter), options.gunzip ?? ownGunzip),
    limits.maxExpandedBytes,
  )
  const decoder = withoutZeros(createDecoder(options.encoding))
  const tokenizer = createTokenizer(options.dialect, limits)
  let first = true

  function finish(rows: Row[]): RowBatch {
    if (first && rows.length > 0) {
      first = false
      checkFirst(rows, limits)
    }
    return { rows: decoder.replaced() ? rows.map(markDamaged) : rows, bytesRead: counter.bytes }
  }

  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const rows: Row[] = []
      tokenizer.push(decoder.push(chunk.subarray(at, at + pieceBytes)), rows)
      if (rows.length > 0) yield finish(rows)
    }
  }
  const rows: Row[] = []
  tokenizer.push(decoder.end(), rows)
  tokenizer.end(rows)
  yield finish(rows)
}

/** U+0000 is in nothing that a person wrote, and databases refuse it: it counts as damage. */
function withoutZeros(decoder: Decoder): Decoder {
  let found = false
  const clean = (text: string) => {
    found = text.includes('\0')
    return found ? text.replaceAll('\0', '\uFFFD') : text
  }
  return {
    push: (bytes) => clean(decoder.push(bytes)),
    end: () => clean(decoder.end()),
    replaced: () => found || decoder.replaced(),
  }
}

/** Expands the stream when its first bytes say gzip; passes it through when not. */
export async function* plainBytes(chunks: AsyncIterable<Uint8Array>, gunzip: Decompressor): AsyncIterable<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  let head = await iterator.next()
  while (!head.done && head.value.length === 0) head = await iterator.next()
  if (head.done) return
  const first = head.value
  const all = (async function* () {
    try {
      yield first
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  })()
  if (first[0] === 0x1f && (first.length < 2 || first[1] === 0x8b)) yield* expanded(gunzip(all))
  else yield* all
}

/** A host's decompressor fails in its own words; ours is `formats.broken-gzip`. */
async function* expanded(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* chunks
  } catch (cause) {
    if (isAppError(cause)) throw cause
    throw formatError('formats.broken-gzip', {}, cause)
  }
}

async function* countBytes(chunks: AsyncIterable<Uint8Array>, counter: { bytes: number }): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    counter.bytes += chunk.length
    yield chunk
  }
}

function checkFirst(rows: Row[], limits: TableLimits): void {
  if (rows[0]?.fault === 'too-many-columns') {
    throw formatError('formats.too-many-columns', { maxColumns: limits.maxColumns })
  }
  // The line by which spreadsheets name the separator is no record of the table.
  if (rows[0]?.lineNo === 1 && /^sep=.?$/.test(rows[0].cells[0] ?? '') && rows[0].cells.length <= 2) rows.shift()
}

function markDamaged(row: Row): Row {
  const damaged = row.fault === null && row.cells.some((cell) => cell.includes('\uFFFD'))
  return damaged ? { ...row, fault: 'mixed-encoding' } : row
}
