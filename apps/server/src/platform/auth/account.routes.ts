// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { AppError } from '@resham/base'
import { accountEndpoints as at } from '@resham/contract'
import { implement, type PersonContext, type Route, type Wire } from '../http/route.ts'
import { changePerson, getPerson, isTaken, readAccount } from './account.service.ts'
import type { Auth } from './auth.ts'
import { callAuth, headersOf } from './auth-call.ts'
import { type PhoneReader, readIdentifier } from './identifier.ts'
import { guarded } from './lock-out.ts'
import { checkPassword } from './password-rules.ts'

/** What happens when a guest asks to look around: makes the throw-away business, answers its slug. */
export type OpenSampleShop = (owner: { readonly userId: string; readonly language: 'en' | 'ur' }) => Promise<string>

/** Everything about a person's own account. */
export function accountRoutes(parts: {
  readonly auth: Auth
  readonly readPhone: PhoneReader
  readonly openSampleShop: OpenSampleShop
}): Route[] {
  const { api } = parts.auth

  async function confirmPassword(ctx: PersonContext, wire: Wire, password: string): Promise<void> {
    await guarded(ctx.db, { secret: `password of ${ctx.caller.userId}` }, ctx.now, () =>
      callAuth(wire, 'account.wrong-credentials', (headers) =>
        api.verifyPassword({ body: { password }, headers, asResponse: true }),
      ),
    )
  }

  return [
    implement(at.signUp, async (ctx, { body }, wire) => {
      const { email, phone } = readIdentifier(body.identifier, parts.readPhone)
      checkPassword(body.password, [body.name, email])
      if (await isTaken(ctx.db, email)) {
        throw new AppError('account.identifier-taken')
      }
      const { user } = await callAuth<{ user: { id: string } }>(wire, 'account.identifier-taken', (headers) =>
        api.signUpEmail({ body: { name: body.name, email, password: body.password }, headers, asResponse: true }),
      )
      const also = { ...(phone === null ? {} : { phone }), ...(body.language ? { language: body.language } : {}) }
      await changePerson(ctx.db, user.id, also)
      return { next: 'signed-in' as const }
    }),

    implement(at.signIn, async (ctx, { body }, wire) => {
      const { email } = readIdentifier(body.identifier, parts.readPhone)
      const answer = await guarded(ctx.db, { secret: `account ${email}`, place: wire.request.ip }, ctx.now, () =>
        callAuth<{ twoFactorRedirect?: boolean }>(wire, 'account.wrong-credentials', (headers) =>
          api.signInEmail({ body: { email, password: body.password }, headers, asResponse: true }),
        ),
      )
      return { next: answer.twoFactorRedirect ? ('second-factor' as const) : ('signed-in' as const) }
    }),

    implement(at.answerSecondFactor, async (ctx, { body }, wire) => {
      const code = body.code.replace(/\s/g, '')
      const who = wire.request.cookies['resham.two_factor'] ?? wire.request.ip
      await guarded(ctx.db, { secret: `second factor ${who}`, place: wire.request.ip }, ctx.now, () =>
        callAuth(wire, 'account.code-wrong', (headers) =>
          /^\d{6}$/.test(code)
            ? api.verifyTOTP({ body: { code }, headers, asResponse: true })
            : api.verifyBackupCode({ body: { code }, headers, asResponse: true }),
        ),
      )
      return { next: 'signed-in' as const }
    }),

    implement(at.signOut, async (_ctx, _input, wire) => {
      await callAuth(wire, 'account.not-signed-in', (headers) => api.signOut({ headers, asResponse: true }))
      return {}
    }),

    implement(at.read, (ctx) => readAccount(ctx)),

    implement(at.change, async (ctx, { body }) => {
      await changePerson(ctx.db, ctx.caller.userId, body)
      return readAccount(ctx)
    }),

    implement(at.changePassword, async (ctx, { body }, wire) => {
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
    }),

    implement(at.listSessions, async (ctx, _input, wire) => {
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
    }),

    implement(at.endSession, async (_ctx, { params }, wire) => {
      const headers = headersOf(wire.request)
      const session = (await api.listSessions({ headers })).find((one) => one.id === params.session)
      if (!session) throw new AppError('platform.not-found')
      await api.revokeSession({ body: { token: session.token }, headers })
      return {}
    }),

    implement(at.startSecondFactor, async (ctx, { body }, wire) => {
      await confirmPassword(ctx, wire, body.password)
      const made = await callAuth<{ totpURI: string; backupCodes: string[] }>(
        wire,
        'account.wrong-credentials',
        (headers) => api.enableTwoFactor({ body: { password: body.password }, headers, asResponse: true }),
      )
      const secret = new URL(made.totpURI).searchParams.get('secret') ?? ''
      return { uri: made.totpURI, secret, recoveryCodes: made.backupCodes }
    }),

    implement(at.confirmSecondFactor, async (ctx, { body }, wire) => {
      await guarded(ctx.db, { secret: `second factor of ${ctx.caller.userId}` }, ctx.now, () =>
        callAuth(wire, 'account.code-wrong', (headers) =>
          api.verifyTOTP({ body: { code: body.code.replace(/\s/g, '') }, headers, asResponse: true }),
        ),
      )
      return {}
    }),

    implement(at.removeSecondFactor, async (ctx, { body }, wire) => {
      await confirmPassword(ctx, wire, body.password)
      await callAuth(wire, 'account.second-factor-missing', (headers) =>
        api.disableTwoFactor({ body: { password: body.password }, headers, asResponse: true }),
      )
      return {}
    }),

    implement(at.listPasskeys, async (_ctx, _input, wire) => {
      const passkeys = await api.listPasskeys({ headers: headersOf(wire.request) })
      return {
        items: passkeys.map((key) => ({
          id: key.id,
          name: key.name ?? '',
          createdAt: new Date(key.createdAt).toISOString(),
        })),
      }
    }),

    implement(at.passkeyRegistrationOptions, (_ctx, _input, wire) =>
      callAuth(wire, 'account.passkey-refused', (headers) =>
        api.generatePasskeyRegistrationOptions({ headers, asResponse: true }),
      ),
    ),

    implement(at.addPasskey, async (_ctx, { body }, wire) => {
      await callAuth(wire, 'account.passkey-refused', (headers) =>
        api.verifyPasskeyRegistration({
          body: { response: body.credential, name: body.name },
          headers,
          asResponse: true,
        }),
      )
      return {}
    }),

    implement(at.removePasskey, async (_ctx, { params }, wire) => {
      await callAuth(wire, 'platform.not-found', (headers) =>
        api.deletePasskey({ body: { id: params.passkey }, headers, asResponse: true }),
      )
      return {}
    }),

    implement(at.passkeySignInOptions, (_ctx, _input, wire) =>
      callAuth(wire, 'account.passkey-refused', (headers) =>
        api.generatePasskeyAuthenticationOptions({ headers, asResponse: true }),
      ),
    ),

    implement(at.passkeySignIn, async (ctx, { body }, wire) => {
      await guarded(ctx.db, { secret: `passkey ${wire.request.ip}`, place: wire.request.ip }, ctx.now, () =>
        callAuth(wire, 'account.passkey-refused', (headers) =>
          api.verifyPasskeyAuthentication({ body: { response: body.credential as never }, headers, asResponse: true }),
        ),
      )
      return { next: 'signed-in' as const }
    }),

    implement(at.lookAround, async (ctx, { body }, wire) => {
      const name = `guest-${randomBytes(12).toString('hex')}`
      const { user } = await callAuth<{ user: { id: string } }>(wire, 'platform.unexpected', (headers) =>
        api.signUpEmail({
          body: { name: 'Guest', email: `${name}@guest.invalid`, password: randomBytes(32).toString('base64url') },
          headers,
          asResponse: true,
        }),
      )
      const language = body.language ?? 'en'
      await changePerson(ctx.db, user.id, { guest: true, language })
      return { slug: await parts.openSampleShop({ userId: user.id, language }) }
    }),
  ]
}
