// SPDX-License-Identifier: Apache-2.0
import type { accountEndpoints as at, RequestOf } from '@resham/contract'
import type { PersonContext, Wire } from '../http/route.ts'
import type { Auth } from './auth.ts'
import { callAuth } from './auth-call.ts'
import { guarded } from './lock-out.ts'

/** Makes a secret for an authenticator; it counts once a code of it is confirmed. @throws account.wrong-credentials */
export async function startSecondFactor(
  ctx: PersonContext,
  { body }: RequestOf<typeof at.startSecondFactor>,
  wire: Wire,
  auth: Auth,
) {
  await confirmPassword(ctx, wire, auth, body.password)
  const made = await callAuth<{ totpURI: string; backupCodes: string[] }>(
    wire,
    'account.wrong-credentials',
    (headers) => auth.api.enableTwoFactor({ body: { password: body.password }, headers, asResponse: true }),
  )
  const secret = new URL(made.totpURI).searchParams.get('secret') ?? ''
  return { uri: made.totpURI, secret, recoveryCodes: made.backupCodes }
}

/** Puts the second factor in force with its first code. @throws account.code-wrong, account.locked */
export async function confirmSecondFactor(
  ctx: PersonContext,
  { body }: RequestOf<typeof at.confirmSecondFactor>,
  wire: Wire,
  { api }: Auth,
) {
  await guarded(ctx.db, { secret: `second factor of ${ctx.caller.userId}` }, ctx.now, () =>
    callAuth(wire, 'account.code-wrong', (headers) =>
      api.verifyTOTP({ body: { code: body.code.replace(/\s/g, '') }, headers, asResponse: true }),
    ),
  )
  return {}
}

/** Takes the second factor away. @throws account.wrong-credentials, account.second-factor-missing */
export async function removeSecondFactor(
  ctx: PersonContext,
  { body }: RequestOf<typeof at.removeSecondFactor>,
  wire: Wire,
  auth: Auth,
) {
  await confirmPassword(ctx, wire, auth, body.password)
  await callAuth(wire, 'account.second-factor-missing', (headers) =>
    auth.api.disableTwoFactor({ body: { password: body.password }, headers, asResponse: true }),
  )
  return {}
}

async function confirmPassword(ctx: PersonContext, wire: Wire, { api }: Auth, password: string): Promise<void> {
  await guarded(ctx.db, { secret: `password of ${ctx.caller.userId}` }, ctx.now, () =>
    callAuth(wire, 'account.wrong-credentials', (headers) =>
      api.verifyPassword({ body: { password }, headers, asResponse: true }),
    ),
  )
}
