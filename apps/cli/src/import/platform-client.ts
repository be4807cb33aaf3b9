// SPDX-License-Identifier: Apache-2.0
import { ReadableStream } from 'node:stream/web'
import { AppError, type ErrorDetails } from '@resham/base'
import { type Endpoint, pathOf } from '@resham/contract'

/** Where the platform is, and the key to it. */
export type PlatformAddress = { readonly url: URL; readonly token: string }

/** What a call gives, besides the endpoint itself. */
export type Call = {
  readonly params: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** JSON, or a file's bytes as they come. */
  readonly body?: unknown
  readonly bytes?: AsyncIterable<Uint8Array>
}

/**
 * Checks an address before a token is sent to it: plain HTTP may not leave this machine.
 *
 * @throws cli.option-url-invalid, cli.option-url-unsafe
 */
export function platformAddress(text: string, token: string): PlatformAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new AppError('cli.option-url-invalid', { url: text })
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'http:' && !isHere) throw new AppError('cli.option-url-unsafe', { url: text })
  return { url, token }
}

/**
 * Asks the platform one thing. The answer's shape is the endpoint's: the contract is shared.
 *
 * @throws cli.platform-unreachable; cli.platform-refused with the platform's own code; that code itself where the
 *         file is at fault
 */
export async function ask<T>(address: PlatformAddress, endpoint: Endpoint, call: Call): Promise<T> {
  const target = new URL(pathOf(endpoint, call.params), address.url)
  for (const [name, value] of Object.entries(call.query ?? {})) target.searchParams.set(name, value)
  const headers: Record<string, string> = { authorization: `Bearer ${address.token}`, accept: 'application/json' }
  if (call.bytes !== undefined) headers['content-type'] = 'application/octet-stream'
  else if (call.body !== undefined) headers['content-type'] = 'application/json'
  const init: RequestInit & { duplex?: 'half' } = { method: endpoint.method, headers, redirect: 'error' }
  if (call.bytes !== undefined) {
    init.body = ReadableStream.from(call.bytes) as unknown as NonNullable<RequestInit['body']>
    init.duplex = 'half'
  } else if (call.body !== undefined) {
    init.body = JSON.stringify(call.body)
  }
  let response: Response
  try {
    response = await fetch(target, init)
  } catch (cause) {
    const why = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause)
    throw new AppError('cli.platform-unreachable', { url: address.url.origin, why }, { cause })
  }
  const text = await response.text()
  if (!response.ok) throw refusal(response.status, text)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

function refusal(status: number, text: string): AppError {
  let problem: { code?: unknown; details?: unknown } = {}
  try {
    problem = JSON.parse(text)
  } catch {
    // Not the platform's own answer: a proxy's page, perhaps. The status says enough.
  }
  const code = typeof problem.code === 'string' ? problem.code : ''
  // The file is at fault, and the platform says how in the words that all of us share.
  if (code !== '' && [413, 415, 422].includes(status))
    return new AppError(code, (problem.details ?? {}) as ErrorDetails)
  return new AppError('cli.platform-refused', { status, code, details: JSON.stringify(problem.details ?? {}) })
}
