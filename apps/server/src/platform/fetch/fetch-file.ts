// SPDX-License-Identifier: Apache-2.0
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { AppError, isAppError } from '@resham/base'
import type { Clock } from '../clock.ts'
import { Again, type Pause, retryAfterMs, withRetries } from './retry.ts'

/** What a fetch may cost. */
export type FetchLimits = { readonly maxBytes: number; readonly timeoutMs: number; readonly tries: number }

const fetchLimits: FetchLimits = { maxBytes: 1024 ** 3, timeoutMs: 120_000, tries: 5 }

/** The outside world, handed in. */
export type FetchParts = { readonly clock: Clock; readonly pause: Pause; readonly limits?: Partial<FetchLimits> }

/**
 * Fetches an address into a file. What may be better later (429, 5xx, no answer, an answer cut short) is tried again
 * with growing waits, as the other side asks for them in `Retry-After`.
 *
 * @throws market.address-invalid (not http or https), market.answer-refused with the status, market.unreachable,
 *         market.cut-short, platform.too-large. Nothing is left at `place` then.
 */
export async function fetchFile(url: string, place: string, parts: FetchParts): Promise<void> {
  const limits = { ...fetchLimits, ...parts.limits }
  const address = addressOf(url)
  try {
    await withRetries(() => fetchOnce(address, place, limits, parts.clock), { tries: limits.tries, pause: parts.pause })
  } catch (error) {
    await rm(place, { force: true })
    throw error
  }
}

function addressOf(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new AppError('market.address-invalid', { address: url.slice(0, 100) })
  }
  return address
}

async function fetchOnce(address: URL, place: string, limits: FetchLimits, clock: Clock): Promise<void> {
  const host = address.host
  const signal = AbortSignal.timeout(limits.timeoutMs)
  const answer = await fetch(address, { signal, headers: { accept: 'text/csv, application/json, */*' } }).catch(
    (cause) => {
      throw new Again(new AppError('market.unreachable', { host }, { cause }))
    },
  )
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel().catch(() => {})
    throw refusalOf(answer, host, clock())
  }
  try {
    await pipeline(answer.body, limited(limits.maxBytes), createWriteStream(place, { mode: 0o600 }))
  } catch (cause) {
    if (isAppError(cause)) throw cause
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw new AppError('platform.storage-full', {}, { cause })
    // The connection ended before the announced length, or fell silent: half a file is no file.
    throw new Again(new AppError('market.cut-short', { host }, { cause }))
  }
}

function refusalOf(answer: Response, host: string, now: Date): Error {
  const { status } = answer
  if (status === 429 || status >= 500) {
    const failure = new AppError('market.unreachable', { host, status })
    return new Again(failure, retryAfterMs(answer.headers.get('retry-after'), now))
  }
  return new AppError('market.answer-refused', { host, status, said: `HTTP ${status}` })
}

function limited(maxBytes: number) {
  return async function* (chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > maxBytes) throw new AppError('platform.too-large', { limitBytes: maxBytes })
      yield chunk
    }
  }
}
