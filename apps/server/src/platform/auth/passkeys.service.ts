// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { accountEndpoints as at, ReplyOf, RequestOf } from '@resham/contract'
import type { Context, Wire } from '../http/route.ts'
import type { Auth } from './auth.ts'
import { callAuth, headersOf } from './auth-call.ts'
import { guarded } from './lock-out.ts'

/** The person's passkeys. */
export async function listPasskeys(wire: Wire, { api }: Auth) {
  const passkeys = await api.listPasskeys({ headers: headersOf(wire.request) })
  return {
    items: passkeys.map((key) => ({
      id: key.id,
      name: key.name ?? '',
      createdAt: new Date(key.createdAt).toISOString(),
    })),
  }
}

/** What a browser needs to make a passkey. @throws account.passkey-refused */
export function offerRegistration(wire: Wire, { api }: Auth) {
  return callAuth<ReplyOf<typeof at.passkeyRegistrationOptions>>(wire, 'account.passkey-refused', (headers) =>
    api.generatePasskeyRegistrationOptions({ headers, asResponse: true }),
  )
}

/** Keeps the passkey that a browser made. @throws account.passkey-refused */
export async function addPasskey({ body }: RequestOf<typeof at.addPasskey>, wire: Wire, { api }: Auth) {
  await callAuth(wire, 'account.passkey-refused', (headers) =>
    api.verifyPasskeyRegistration({ body: { response: body.credential, name: body.name }, headers, asResponse: true }),
  )
  return {}
}

/** Forgets a passkey. @throws platform.not-found */
export async function removePasskey({ params }: RequestOf<typeof at.removePasskey>, wire: Wire, { api }: Auth) {
  await callAuth(wire, 'platform.not-found', (headers) =>
    api.deletePasskey({ body: { id: params.passkey }, headers, asResponse: true }),
  )
  return {}
}

/** What a browser needs to sign in with a passkey. @throws account.passkey-refused */
export async function offerSignIn(wire: Wire, { api }: Auth) {
  const options = await callAuth<object>(wire, 'account.passkey-refused', (headers) =>
    api.generatePasskeyAuthenticationOptions({ headers, asResponse: true }),
  )
  return { ...options, userVerification: 'required' }
}

/** Signs in with a passkey. @throws account.passkey-refused, account.locked */
export async function signInWithPasskey(
  ctx: Context,
  { body }: RequestOf<typeof at.passkeySignIn>,
  wire: Wire,
  { api }: Auth,
) {
  await guarded(ctx.db, { secret: `passkey ${wire.request.ip}`, place: wire.request.ip }, ctx.now, async () => {
    if (!isPersonVerified(body.credential)) throw new AppError('account.passkey-refused')
    await callAuth(wire, 'account.passkey-refused', (headers) =>
      api.verifyPasskeyAuthentication({ body: { response: body.credential as never }, headers, asResponse: true }),
    )
  })
  return { next: 'signed-in' as const }
}

/**
 * Whether the phone asked for a finger, a face or a PIN before it signed. A passkey stands for password and second factor
 * at once, and without that it would be what the phone is alone: a thing that can be stolen. The library does not ask.
 *
 * @source Web Authentication Level 3, section 6.1: the flags are byte 32, user verified is bit 2.
 */
function isPersonVerified(credential: unknown): boolean {
  const { response } = Object(credential) as { response?: { authenticatorData?: unknown } }
  const { authenticatorData } = Object(response) as { authenticatorData?: unknown }
  if (typeof authenticatorData !== 'string') return false
  return ((Buffer.from(authenticatorData, 'base64url')[32] ?? 0) & 0x04) !== 0
}
