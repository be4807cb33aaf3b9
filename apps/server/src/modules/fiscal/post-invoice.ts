// SPDX-License-Identifier: Apache-2.0

/** What came of a sending. `unreachable`: nothing left the house. `lost`: it may have arrived, and no answer came. */
export type Posted =
  | { readonly type: 'answered'; readonly status: number; readonly text: string }
  | { readonly type: 'unreachable' }
  | { readonly type: 'lost'; readonly why: string }

/** No answer of an office is longer; what comes beyond is not read. */
const longestAnswer = 256 * 1024

/** Faults before the first byte of the request could leave. Of every other fault nobody can know. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

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
    const code = codeOf(error)
    return beforeSending.has(code) ? { type: 'unreachable' } : { type: 'lost', why: code }
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

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name
}
