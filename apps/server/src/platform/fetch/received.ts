// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@resham/base'
import { type FetchParts, fetchFile } from './fetch-file.ts'

/** A file that is here, wherever it came from. */
export type Received = {
  /** Opens it from its first byte, as often as needed. */
  readonly open: () => AsyncIterable<Uint8Array>
  readonly sha256: string
  readonly bytes: number
}

/** Has a file, or what an address answers, at hand while `work` runs; what was fetched is gone afterwards. */
export type Receive = <T>(from: string, work: (file: Received) => Promise<T>) => Promise<T>

/** Receives from this machine's files and from http(s) addresses. @throws what `fetchFile` throws, platform.not-found */
export function makeReceive(parts: FetchParts): Receive {
  return async (from, work) => {
    if (!isAddress(from)) return work(await described(from))
    const folder = await mkdtemp(join(tmpdir(), 'resham-fetch-'))
    try {
      const place = join(folder, 'answer')
      await fetchFile(from, place, parts)
      return await work(await described(place))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** True for what is fetched rather than opened. */
export function isAddress(from: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(from)
}

const secret = /key|token|secret|password|auth|sign/i

/** How a place is called in lists: a file by its name, an address without what may be secret in it. */
export function callPlace(from: string): string {
  if (!isAddress(from)) return from.split(/[\\/]/).at(-1) ?? from
  if (!URL.canParse(from)) return from.slice(0, 200)
  const address = new URL(from)
  address.username = ''
  address.password = ''
  for (const name of [...address.searchParams.keys()]) if (secret.test(name)) address.searchParams.delete(name)
  return address.href.slice(0, 500)
}

async function described(path: string): Promise<Received> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new AppError('platform.not-found', { file: callPlace(path) })
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { open: () => createReadStream(path, { highWaterMark: 262_144 }), sha256: hash.digest('hex'), bytes }
}
