// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { AppError } from '@resham/base'
import type { accountEndpoints as at, RequestOf } from '@resham/contract'
import { withPlatform } from '../db/tenancy.ts'
import type { Context, Wire } from '../http/route.ts'
import { changePerson, isTaken } from './account.service.ts'
import type { Auth } from './auth.ts'
import { callAuth } from './auth-call.ts'
import { countSamples } from './businesses.repository.ts'
import { type PhoneReader, readIdentifier } from './identifier.ts'
import { guarded } from './lock-out.ts'
import { checkPassword } from './password-rules.ts'

/** What happens when a guest asks to look around: makes the throw-away business, answers its slug. */
export type OpenSampleShop = (owner: { readonly userId: string; readonly language: 'en' | 'ur' }) => Promise<string>

/** What accounts are built on. */
export type AccountParts = {
  readonly auth: Auth
  readonly readPhone: PhoneReader
  readonly openSampleShop: OpenSampleShop
}

/** Makes an account and signs its owner in. @throws account.identifier-invalid, account.identifier-taken, account.password-* */
export async function signUp(
  ctx: Context,
  { body }: RequestOf<typeof at.signUp>,
  wire: Wire,
  { auth, readPhone }: AccountParts,
) {
  const { email, phone } = readIdentifier(body.identifier, readPhone)
  checkPassword(body.password, [body.name, email])
  if (await isTaken(ctx.db, email)) throw new AppError('account.identifier-taken')
  const { user } = await callAuth<{ user: { id: string } }>(wire, 'account.identifier-taken', (headers) =>
    auth.api.signUpEmail({ body: { name: body.name, email, password: body.password }, headers, asResponse: true }),
  )
  const also = { ...(phone === null ? {} : { phone }), ...(body.language ? { language: body.language } : {}) }
  await changePerson(ctx.db, user.id, also)
  return { next: 'signed-in' as const }
}

/** Signs a person in, or asks for the second factor. @throws account.wrong-credentials, account.locked */
export async function signIn(
  ctx: Context,
  { body }: RequestOf<typeof at.signIn>,
  wire: Wire,
  { auth, readPhone }: AccountParts,
) {
  const { email } = readIdentifier(body.identifier, readPhone)
  const answer = await guarded(ctx.db, { secret: `account ${email}`, place: wire.request.ip }, ctx.now, () =>
    callAuth<{ twoFactorRedirect?: boolean }>(wire, 'account.wrong-credentials', (headers) =>
      auth.api.signInEmail({ body: { email, password: body.password }, headers, asResponse: true }),
    ),
  )
  return { next: answer.twoFactorRedirect ? ('second-factor' as const) : ('signed-in' as const) }
}

/** Ends a sign-in with a code, or with a recovery code. @throws account.code-wrong, account.locked */
export async function answerSecondFactor(
  ctx: Context,
  { body }: RequestOf<typeof at.answerSecondFactor>,
  wire: Wire,
  { auth }: AccountParts,
) {
  const code = body.code.replace(/\s/g, '')
  const who = wire.request.cookies['resham.two_factor'] ?? wire.request.ip
  await guarded(ctx.db, { secret: `second factor ${who}`, place: wire.request.ip }, ctx.now, () =>
    callAuth(wire, 'account.code-wrong', (headers) =>
      /^\d{6}$/.test(code)
        ? auth.api.verifyTOTP({ body: { code }, headers, asResponse: true })
        : auth.api.verifyBackupCode({ body: { code }, headers, asResponse: true }),
    ),
  )
  return { next: 'signed-in' as const }
}

/** Ends the session. @throws account.not-signed-in */
export async function signOut(wire: Wire, { auth }: AccountParts) {
  await callAuth(wire, 'account.not-signed-in', (headers) => auth.api.signOut({ headers, asResponse: true }))
  return {}
}

/** Sample shops at most: whoever asks gets one, and each takes some thirty megabytes of disk for a day. */
const mostSamples = 300

/** Makes a guest of whoever asks, with a throw-away copy of the invented shop. @throws platform.rate-limited */
export async function lookAround(
  ctx: Context,
  { body }: RequestOf<typeof at.lookAround>,
  wire: Wire,
  { auth, openSampleShop }: AccountParts,
) {
  const samples = await withPlatform(ctx.db, countSamples)
  if (samples >= mostSamples) throw new AppError('platform.rate-limited', { retryAfterSeconds: 3600 })
  const email = `guest-${randomBytes(12).toString('hex')}@guest.invalid`
  const password = randomBytes(32).toString('base64url')
  const { user } = await callAuth<{ user: { id: string } }>(wire, 'platform.unexpected', (headers) =>
    auth.api.signUpEmail({ body: { name: 'Guest', email, password }, headers, asResponse: true }),
  )
  const language = body.language ?? 'en'
  await changePerson(ctx.db, user.id, { guest: true, language })
  return { slug: await openSampleShop({ userId: user.id, language }) }
}
