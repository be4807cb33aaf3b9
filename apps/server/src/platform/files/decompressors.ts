// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream'
import { createGunzip, createInflateRaw } from 'node:zlib'

type Decompressor = (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>

/** Node's own decompressors: many times faster than those in plain JavaScript. */
export const decompressors: { readonly gunzip: Decompressor; readonly inflateRaw: Decompressor } = {
  gunzip: (chunks) => through(chunks, createGunzip()),
  inflateRaw: (chunks) => through(chunks, createInflateRaw()),
}

// `pipe` does not carry errors of the source on; this does.
function through(chunks: AsyncIterable<Uint8Array>, to: ReturnType<typeof createGunzip>): AsyncIterable<Uint8Array> {
  const from = Readable.from(chunks)
  from.on('error', (error) => to.destroy(error))
  to.on('close', () => from.destroy())
  return from.pipe(to)
}
