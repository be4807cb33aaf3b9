// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createGunzip, createInflateRaw } from 'node:zlib'
import { AppError } from '@resham/base'
import type { ByteSource, Decompressor } from '@resham/formats'

const chunkBytes = 256 * 1024

/** A file on disk as a source of bytes. @throws cli.file-unreadable */
export async function fileSource(path: string): Promise<{ readonly source: ByteSource; readonly bytes: number }> {
  const found = await stat(path).catch((cause) => {
    throw new AppError('cli.file-unreadable', { path, why: String(cause?.code ?? cause) }, { cause })
  })
  // A pipe can be read only once; sniffing a file and reading it are two.
  if (!found.isFile()) throw new AppError('cli.file-not-on-disk', { path })
  return { source: () => read(path), bytes: found.size }
}

async function* read(path: string): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: chunkBytes })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && 'syscall' in cause) {
      throw new AppError('cli.file-unreadable', { path, why: String(cause.code) }, { cause })
    }
    throw cause
  }
}

/** Node's own decompressors, which are several times faster than those of the packages. */
export const native: { readonly gunzip: Decompressor; readonly inflateRaw: Decompressor } = {
  gunzip: (chunks) => through(chunks, createGunzip({ chunkSize: chunkBytes }), 'formats.broken-gzip'),
  inflateRaw: (chunks) => through(chunks, createInflateRaw({ chunkSize: chunkBytes }), 'formats.broken-workbook'),
}

type Expander = ReturnType<typeof createGunzip> | ReturnType<typeof createInflateRaw>

async function* through(
  chunks: AsyncIterable<Uint8Array>,
  expander: Expander,
  broken: string,
): AsyncIterable<Uint8Array> {
  // A fault of either side destroys the other and is met below, where the bytes are read.
  pipeline(Readable.from(chunks, { objectMode: false }), expander, () => {})
  try {
    yield* expander as AsyncIterable<Uint8Array>
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')) {
      throw new AppError(broken, {}, { cause })
    }
    throw cause
  }
}
