// SPDX-License-Identifier: Apache-2.0
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
export function offerSignIn(wire: Wire, { api }: Auth) {
  return callAuth<ReplyOf<typeof at.passkeySignInOptions>>(wire, 'account.passkey-refused', (headers) =>
    api.generatePasskeyAuthenticationOptions({ headers, asResponse: true }),
  )
}

/** Signs in with a passkey. @throws account.passkey-refused, account.locked */
export async function signInWithPasskey(
  ctx: Context,
  { body }: RequestOf<typeof at.passkeySignIn>,
  wire: Wire,
  { api }: Auth,
) {
  await guarded(ctx.db, { secret: `passkey ${wire.request.ip}`, place: wire.request.ip }, ctx.now, () =>
    callAuth(wire, 'account.passkey-refused', (headers) =>
      api.verifyPasskeyAuthentication({ body: { response: body.credential as never }, headers, asResponse: true }),
    ),
  )
  return { next: 'signed-in' as const }
}
