// SPDX-License-Identifier: Apache-2.0
import { codeOf, hasLeftNothing } from './left-nothing.ts'

/** What came of a sending. `unreachable`: nothing left the house. `lost`: it may have arrived, and no answer came. */
export type Posted =
  | { readonly type: 'answered'; readonly status: number; readonly text: string }
  | { readonly type: 'unreachable' }
  | { readonly type: 'lost'; readonly why: string }

/** No answer of an office is longer; what comes beyond is not read. */
const longestAnswer = 256 * 1024

/**
 * Hands a body in, once. It never follows to another address and never tries again.
 *
 * @param waitMs How long to wait for the whole answer.
 */
export async function postInvoice(url: URL, token: string, body: string, waitMs: number): Promise<Posted> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(waitMs),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      body,
    })
    return { type: 'answered', status: answer.status, text: await textOf(answer) }
  } catch (error) {
    return hasLeftNothing(error) ? { type: 'unreachable' } : { type: 'lost', why: codeOf(error) }
  }
}

async function textOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of answer.body ?? []) {
    bytes += part.length
    if (bytes > longestAnswer) break
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
