// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'
import { AppError } from '@resham/base'
import type { ByteSource, Decompressor } from '@resham/formats'

const chunkBytes = 256 * 1024

/** A file on disk as a source of bytes. @throws cli.file-unreadable */
export async function fileSource(path: string): Promise<{ readonly source: ByteSource; readonly bytes: number }> {
  const found = await stat(path).catch((cause) => {
    throw new AppError('cli.file-unreadable', { path, why: String(cause?.code ?? cause) }, { cause })
  })
  if (found.isDirectory()) throw new AppError('cli.file-unreadable', { path, why: 'EISDIR' })
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
  gunzip: (chunks) => through(chunks, createGunzip({ chunkSize: chunkBytes })),
  inflateRaw: (chunks) => through(chunks, createInflateRaw({ chunkSize: chunkBytes })),
}

async function* through(
  chunks: AsyncIterable<Uint8Array>,
  stream: ReturnType<typeof createGunzip> | ReturnType<typeof createInflateRaw>,
): AsyncIterable<Uint8Array> {
  const feeding = feed(chunks, stream).catch((error) => stream.destroy(error))
  try {
    yield* stream as AsyncIterable<Uint8Array>
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')) {
      throw new AppError('formats.damaged', {}, { cause })
    }
    throw cause
  } finally {
    stream.destroy()
    await feeding
  }
}

async function feed(
  chunks: AsyncIterable<Uint8Array>,
  stream: ReturnType<typeof createGunzip> | ReturnType<typeof createInflateRaw>,
): Promise<void> {
  for await (const chunk of chunks) {
    if (stream.destroyed) return
    if (!stream.write(chunk)) {
      await new Promise<void>((done) => {
        stream.once('drain', done)
        stream.once('close', done)
      })
    }
  }
  stream.end()
}
