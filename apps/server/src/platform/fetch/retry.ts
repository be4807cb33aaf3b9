// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/** Waits so long; handed in, so that a test need not. */
export type Pause = (ms: number) => Promise<void>

/** An answer that may be better later, and when the other side says so. */
export class Again extends Error {
  readonly failure: AppError
  readonly afterMs: number | undefined
  constructor(failure: AppError, afterMs?: number) {
    super(failure.code, { cause: failure })
    this.name = 'Again'
    this.failure = failure
    this.afterMs = afterMs
  }
}

const firstWaitMs = 1000
const longestWaitMs = 60_000

/**
 * Does `work` again while it throws `Again`: after a second, two, four and so on, or after as long as the other side
 * asked for, a minute at most.
 *
 * @throws What `work` last failed by.
 */
export async function withRetries<T>(
  work: () => Promise<T>,
  options: { readonly tries: number; readonly pause: Pause },
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Again)) throw error
      if (tried >= options.tries) {
        throw new AppError(error.failure.code, { ...error.failure.details, tries: tried }, { cause: error.failure })
      }
      await options.pause(Math.min(longestWaitMs, error.afterMs ?? firstWaitMs * 2 ** (tried - 1)))
    }
  }
}

/**
 * How long an answer asks to be left alone, from its `Retry-After`: seconds, or an instant.
 *
 * @source RFC 9110, section 10.2.3.
 */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined
  if (/^\s*\d{1,6}\s*$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}
