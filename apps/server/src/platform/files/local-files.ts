// SPDX-License-Identifier: Apache-2.0
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@resham/base'
import type { FileStore, OwnFiles, StoredFile } from './files.ts'

const hashShape = /^[0-9a-f]{64}$/
const ownerShape = /^[0-9a-f-]{36}$/

/** Keeps files in a folder of this machine, in a folder for each owner. */
export function localFiles(folder: string): FileStore {
  return {
    of(owner, room) {
      if (!ownerShape.test(owner)) throw new AppError('platform.not-found')
      return filesIn(room === undefined ? join(folder, owner) : join(folder, owner, room))
    },
  }
}

function filesIn(folder: string): OwnFiles {
  function pathOf(hash: string): string {
    if (!hashShape.test(hash)) throw new AppError('platform.not-found')
    return join(folder, hash.slice(0, 2), hash)
  }

  return {
    async put(content, limitBytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const incoming = join(folder, `incoming-${randomUUID()}`)
      try {
        const stored = await write(content, incoming, limitBytes)
        const place = pathOf(stored.hash)
        await mkdir(dirname(place), { recursive: true, mode: 0o700 })
        const fresh = !(await exists(place))
        await rename(incoming, place)
        return { ...stored, fresh }
      } catch (error) {
        await rm(incoming, { force: true })
        if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
          throw new AppError('platform.storage-full', {}, { cause: error })
        }
        throw error
      }
    },
    async *open(hash) {
      const place = pathOf(hash)
      await stat(place).catch((cause) => {
        throw new AppError('platform.not-found', {}, { cause })
      })
      yield* createReadStream(place, { highWaterMark: 262_144 })
    },
    async remove(hash) {
      await rm(pathOf(hash), { force: true })
    },
    async removeAll() {
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  )
}

async function write(
  content: AsyncIterable<Uint8Array>,
  place: string,
  limitBytes: number,
): Promise<Omit<StoredFile, 'fresh'>> {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    content,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (bytes > limitBytes) throw new AppError('platform.too-large', { limitBytes })
        hash.update(chunk)
        yield chunk
      }
    },
    createWriteStream(place, { mode: 0o600 }),
  )
  return { hash: hash.digest('hex'), bytes }
}
