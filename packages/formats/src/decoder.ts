// SPDX-License-Identifier: Apache-2.0
import { joinBytes } from './byte-source.ts'
import type { Encoding } from './encoding.ts'

/** Bytes in, text out, in pieces of any size. */
export type Decoder = {
  /** Text of the bytes that are complete so far. */
  push(bytes: Uint8Array): string
  /** What was still held back. */
  end(): string
  /** True when the last text holds U+FFFD in place of bytes that fit the encoding nowhere. */
  replaced(): boolean
}

/** Makes a decoder. A byte order mark is dropped. */
export function createDecoder(encoding: Encoding): Decoder {
  return encoding === 'utf-8' ? utf8Decoder() : platformDecoder(encoding)
}

function platformDecoder(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding)
  let damaged = false
  const seen = (text: string) => {
    damaged = text.includes('\uFFFD')
    return text
  }
  return {
    push: (bytes) => seen(decoder.decode(bytes, { stream: true })),
    end: () => seen(decoder.decode()),
    replaced: () => damaged,
  }
}

/**
 * UTF-8 that survives stray lines of Windows-1252, as programs write them which were fed both.
 *
 * While everything before was plain ASCII, a line that is no UTF-8 is read as Windows-1252: that
 * is what such a file is. Once real UTF-8 was seen, a line that is none is damaged: its bad bytes
 * become U+FFFD and the reader reports the row.
 */
function utf8Decoder(): Decoder {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
  const latin = new TextDecoder('windows-1252')
  let rest = new Uint8Array(0) as Uint8Array
  let sawMultibyte = false
  let damaged = false
  let first = true

  function decodeStrict(bytes: Uint8Array): string | undefined {
    try {
      const text = strict.decode(bytes)
      if (text.length !== bytes.length) sawMultibyte = true
      return text
    } catch {
      return undefined
    }
  }

  function decodeLine(line: Uint8Array): string {
    const text = decodeStrict(line)
    if (text !== undefined) return text
    if (!sawMultibyte) return latin.decode(line)
    damaged = true
    return lenient.decode(line)
  }

  function decode(bytes: Uint8Array): string {
    damaged = false
    const whole = decodeStrict(bytes)
    if (whole !== undefined) return whole
    let text = ''
    for (let at = 0; at < bytes.length; ) {
      const lineFeed = bytes.indexOf(10, at)
      const end = lineFeed < 0 ? bytes.length : lineFeed + 1
      text += decodeLine(bytes.subarray(at, end))
      at = end
    }
    return text
  }

  function withoutMark(text: string): string {
    if (!first || text === '') return text
    first = false
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  }

  return {
    push(chunk) {
      const bytes = rest.length === 0 ? chunk : joinBytes([rest, chunk])
      const cut = bytes.lastIndexOf(10) + 1 || characterBoundary(bytes)
      // A copy: the chunk's memory belongs to whoever made it.
      rest = bytes.slice(cut)
      return withoutMark(decode(bytes.subarray(0, cut)))
    },
    end() {
      const text = withoutMark(decode(rest))
      rest = new Uint8Array(0)
      return text
    },
    replaced: () => damaged,
  }
}

/** Length of the bytes without a character cut off at their end. */
function characterBoundary(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < needed ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}
