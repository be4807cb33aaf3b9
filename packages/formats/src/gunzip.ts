// SPDX-License-Identifier: Apache-2.0

import { Gunzip, Inflate } from 'fflate'
import type { Decompressor } from './byte-source.ts'
import { formatError } from './format-error.ts'

/** Expands gzip without help from the host. Slower than a native one; use that where there is one. */
export const gunzip: Decompressor = (chunks) => expand(chunks, (emit) => new Gunzip(emit))

/** Expands raw DEFLATE, as zip entries hold it. */
export const inflateRaw: Decompressor = (chunks) => expand(chunks, (emit) => new Inflate(emit))

type Emit = (part: Uint8Array, final: boolean) => void

async function* expand(
  chunks: AsyncIterable<Uint8Array>,
  open: (emit: Emit) => { push(chunk: Uint8Array, final?: boolean): void },
): AsyncIterable<Uint8Array> {
  const ready: Uint8Array[] = []
  const stream = open((part) => {
    if (part.length > 0) ready.push(part)
  })
  // Small steps keep what one step expands to small, whatever the ratio.
  const step = 16_384
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += step) {
      stream.push(chunk.subarray(at, at + step), false)
      yield* ready.splice(0)
    }
  }
  stream.push(new Uint8Array(0), true)
  yield* ready.splice(0)
}

/** Passes chunks through and refuses to go past a size. @throws formats.too-large */
export async function* withLimit(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncIterable<Uint8Array> {
  let total = 0
  for await (const chunk of chunks) {
    total += chunk.length
    if (total > maxBytes) throw formatError('formats.too-large', { maxBytes })
    yield chunk
  }
}
