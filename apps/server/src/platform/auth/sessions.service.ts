// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { accountEndpoints as at, RequestOf } from '@resham/contract'
import type { PersonContext, Wire } from '../http/route.ts'
import { getPerson } from './account.service.ts'
import type { Auth } from './auth.ts'
import { callAuth, headersOf } from './auth-call.ts'
import { guarded } from './lock-out.ts'
import { checkPassword } from './password-rules.ts'

/** Changes the password and ends all other sessions. @throws account.wrong-credentials, account.locked, account.password-* */
export async function changePassword(
  ctx: PersonContext,
  { body }: RequestOf<typeof at.changePassword>,
  wire: Wire,
  { api }: Auth,
) {
  const user = await getPerson(ctx.db, ctx.caller.userId)
  checkPassword(body.wanted, [user.name, user.email])
  await guarded(ctx.db, { secret: `password of ${ctx.caller.userId}` }, ctx.now, () =>
    callAuth(wire, 'account.wrong-credentials', (headers) =>
      api.changePassword({
        body: { currentPassword: body.current, newPassword: body.wanted, revokeOtherSessions: true },
        headers,
        asResponse: true,
      }),
    ),
  )
  return {}
}

/** Where the person is signed in. */
export async function listSessions(ctx: PersonContext, wire: Wire, { api }: Auth) {
  const sessions = await api.listSessions({ headers: headersOf(wire.request) })
  return {
    items: sessions.map((session) => ({
      id: session.id,
      current: session.id === ctx.caller.sessionId,
      device: session.userAgent ?? '',
      createdAt: session.createdAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
    })),
  }
}

/** Ends one of the person's sessions. @throws platform.not-found */
export async function endSession({ params }: RequestOf<typeof at.endSession>, wire: Wire, { api }: Auth) {
  const headers = headersOf(wire.request)
  const session = (await api.listSessions({ headers })).find((one) => one.id === params.session)
  if (!session) throw new AppError('platform.not-found')
  await api.revokeSession({ body: { token: session.token }, headers })
  return {}
}
