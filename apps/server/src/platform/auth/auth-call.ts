// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Wire } from '../http/route.ts'

/** How long a second factor stays shut after too many wrong codes; the only limit that the library keeps itself. */
export const secondFactorLockSeconds = 900

/** The request's headers as the auth library takes them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

/**
 * Calls the auth library and hands its cookies on.
 *
 * @param refusal What a refusal means here.
 * @throws AppError with `refusal`, or account.locked; the library's own words stay inside.
 */
export async function callAuth<T>(
  wire: Wire,
  refusal: string,
  call: (headers: Headers) => Promise<Response>,
): Promise<T> {
  const response = await call(headersOf(wire.request)).catch((cause) => {
    throw new AppError(refusal, {}, { cause })
  })
  if (response.status === 429) throw new AppError('account.locked', { retryAfterSeconds: secondFactorLockSeconds })
  if (!response.ok) throw new AppError(response.status >= 500 ? 'platform.unexpected' : refusal)
  passCookies(response, wire.reply)
  const text = await response.text()
  return (text === '' ? {} : JSON.parse(text)) as T
}

function passCookies(response: Response, reply: FastifyReply): void {
  for (const line of response.headers.getSetCookie()) reply.header('set-cookie', line)
}
