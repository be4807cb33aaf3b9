// SPDX-License-Identifier: Apache-2.0

import { isAppError } from '@resham/base'
import { type ByteSource, type Decompressor, joinBytes } from '../byte-source.ts'
import { formatError } from '../format-error.ts'
import { inflateRaw as ownInflateRaw } from '../gunzip.ts'

/** One file inside a zip, as the central directory lists it. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly compressedBytes: number
  readonly expandedBytes: number
  /** Where its local header begins. */
  readonly offset: number
}

/** How an entry is read. */
export type EntryOptions = {
  /** The host's own raw inflate; ours when absent. */
  readonly inflateRaw?: Decompressor
  readonly maxExpandedBytes: number
}

const tailBytes = 66_000
const maxDirectoryBytes = 8 * 1024 * 1024
const maxEntries = 10_000
// DEFLATE packs at most 1,032 to 1; sheets of a real business stay far below 250. Small entries may be anything.
const maxRatio = 250
const ratioFromBytes = 8 * 1024 * 1024

/**
 * Lists what a zip holds, in one or two passes and without holding the file.
 *
 * @throws formats.broken-workbook, formats.zip-bomb
 */
export async function readZipDirectory(source: ByteSource): Promise<readonly ZipEntry[]> {
  const { tail, size } = await readTail(source)
  const end = findEnd(tail)
  if (end < 0) throw formatError('formats.broken-workbook', { part: 'zip' })
  const view = viewOf(tail)
  let count = view.getUint16(end + 10, true)
  let bytes = view.getUint32(end + 12, true)
  let offset = view.getUint32(end + 16, true)
  if (offset === 0xffff_ffff || bytes === 0xffff_ffff || count === 0xffff) {
    const far = findFarEnd(tail, end, size)
    if (far < 0) throw formatError('formats.broken-workbook', { part: 'zip' })
    count = Number(view.getBigUint64(far + 32, true))
    bytes = Number(view.getBigUint64(far + 40, true))
    offset = Number(view.getBigUint64(far + 48, true))
  }
  if (bytes > maxDirectoryBytes || count > maxEntries) throw formatError('formats.zip-bomb', { entries: count })
  const from = offset - (size - tail.length)
  const directory = from >= 0 ? tail.subarray(from, from + bytes) : await readRange(source, offset, bytes)
  return parseDirectory(directory)
}

/**
 * The expanded bytes of one entry, streamed.
 *
 * @throws formats.zip-bomb when it expands past the limit or out of all proportion,
 *         formats.encrypted-workbook, formats.unsupported, formats.broken-workbook
 */
export async function* openEntry(
  source: ByteSource,
  entry: ZipEntry,
  options: EntryOptions,
  onBytes: (bytes: number) => void = () => {},
): AsyncIterable<Uint8Array> {
  if (entry.encrypted) throw formatError('formats.encrypted-workbook', {})
  if (entry.method !== 0 && entry.method !== 8) throw formatError('formats.unsupported', { method: entry.method })
  checkSize(entry.expandedBytes, entry.compressedBytes, options.maxExpandedBytes)
  let packed = 0
  const stored = entryBytes(source, entry, (bytes, at) => {
    packed += bytes
    onBytes(at)
  })
  const expanded = entry.method === 0 ? stored : (options.inflateRaw ?? ownInflateRaw)(stored)
  let total = 0
  try {
    for await (const chunk of expanded) {
      total += chunk.length
      checkSize(total, packed, options.maxExpandedBytes)
      yield chunk
    }
  } catch (cause) {
    if (isAppError(cause)) throw cause
    throw formatError('formats.broken-workbook', { part: entry.name.slice(0, 80) }, cause)
  }
}

function checkSize(expanded: number, packed: number, maxExpandedBytes: number): void {
  const bomb = expanded > maxExpandedBytes || (expanded > ratioFromBytes && expanded > packed * maxRatio)
  if (bomb) throw formatError('formats.zip-bomb', { maxExpandedBytes })
}

/** The stored bytes of an entry: past its local header, as many as the directory says. */
async function* entryBytes(
  source: ByteSource,
  entry: ZipEntry,
  onBytes: (bytes: number, at: number) => void,
): AsyncIterable<Uint8Array> {
  let header = new Uint8Array(0) as Uint8Array
  let left = -1
  let position = 0
  for await (const chunk of source()) {
    const start = position
    position += chunk.length
    if (position <= entry.offset) continue
    let bytes = start < entry.offset ? chunk.subarray(entry.offset - start) : chunk
    if (left < 0) {
      header = joinBytes([header, bytes])
      if (header.length < 30) continue
      const view = viewOf(header)
      if (view.getUint32(0, true) !== 0x0403_4b50) throw formatError('formats.broken-workbook', { part: 'zip' })
      const begin = 30 + view.getUint16(26, true) + view.getUint16(28, true)
      if (header.length < begin) continue
      bytes = header.subarray(begin)
      left = entry.compressedBytes
    }
    const taken = bytes.subarray(0, left)
    left -= taken.length
    onBytes(taken.length, position)
    if (taken.length > 0) yield taken
    if (left === 0) return
  }
  throw formatError('formats.broken-workbook', { part: 'zip' })
}

async function readTail(source: ByteSource): Promise<{ tail: Uint8Array; size: number }> {
  let parts: Uint8Array[] = []
  let held = 0
  let size = 0
  for await (const chunk of source()) {
    parts.push(chunk)
    held += chunk.length
    size += chunk.length
    if (held > tailBytes * 4) {
      // A copy, so that the chunks before can be let go.
      const kept = joinBytes(parts).slice(-tailBytes)
      parts = [kept]
      held = kept.length
    }
  }
  return { tail: joinBytes(parts).slice(-tailBytes), size }
}

async function readRange(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let position = 0
  for await (const chunk of source()) {
    const start = position
    position += chunk.length
    if (position <= offset) continue
    parts.push(chunk.slice(Math.max(0, offset - start), offset + length - start))
    if (position >= offset + length) break
  }
  return joinBytes(parts)
}

/** The end record, searched from the back: a comment may follow it. */
function findEnd(tail: Uint8Array): number {
  const view = viewOf(tail)
  for (let at = tail.length - 22; at >= 0; at--) if (view.getUint32(at, true) === 0x0605_4b50) return at
  return -1
}

/** The 64-bit end record, when it lies within the tail. */
function findFarEnd(tail: Uint8Array, end: number, size: number): number {
  const view = viewOf(tail)
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== 0x0706_4b50) return -1
  const at = Number(view.getBigUint64(locator + 8, true)) - (size - tail.length)
  return at >= 0 && at + 56 <= tail.length && view.getUint32(at, true) === 0x0606_4b50 ? at : -1
}

function parseDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes)
  const names = new TextDecoder('utf-8')
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === 0x0201_4b50; ) {
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const extraAt = at + 46 + nameLength
    if (extraAt + extraLength > bytes.length) throw formatError('formats.broken-workbook', { part: 'zip' })
    const sizes = farSizes(view, extraAt, extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ])
    entries.push({
      name: names.decode(bytes.subarray(at + 46, extraAt)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      expandedBytes: sizes[0],
      compressedBytes: sizes[1],
      offset: sizes[2],
    })
    at = extraAt + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

/** Sizes and offset, from the 64-bit extra field where the 32-bit ones say so. */
function farSizes(
  view: DataView,
  from: number,
  length: number,
  near: readonly [number, number, number],
): readonly [number, number, number] {
  if (near.every((value) => value !== 0xffff_ffff)) return near
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    const stop = next + view.getUint16(at + 2, true)
    const far = near.map((value) => {
      if (value !== 0xffff_ffff) return value
      if (next + 8 > stop || next + 8 > view.byteLength) throw formatError('formats.broken-workbook', { part: 'zip' })
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    })
    return [far[0] ?? 0, far[1] ?? 0, far[2] ?? 0]
  }
  return near
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
