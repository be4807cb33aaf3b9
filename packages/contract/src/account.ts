// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { roles } from './permissions.ts'
import { Empty, Id, Instant, Line, Maybe, OneOf } from './primitives.ts'

/** E-mail address or telephone number, as typed. */
const Identifier = Line(254, 3)
/** NIST SP 800-63B-4: at least 15 characters when it is the only factor; long ones welcome; no rules of composition. */
export const passwordLength = { least: 15, most: 128 } as const
const NewPassword = Type.String({ minLength: 1, maxLength: passwordLength.most })
const Password = Type.String({ minLength: 1, maxLength: passwordLength.most })
const Code = Type.String({ minLength: 4, maxLength: 32 })

export const languages = ['en', 'ur'] as const
export const digitStyles = ['western', 'urdu'] as const
export const themes = ['system', 'light', 'dark'] as const

/** A membership as the person sees it. */
export const Membership = Type.Object({
  businessId: Id,
  slug: Type.String(),
  name: Type.String(),
  role: OneOf(roles),
  sample: Type.Boolean(),
})

export const Account = Type.Object({
  id: Id,
  name: Type.String(),
  email: Maybe(Type.String()),
  phone: Maybe(Type.String()),
  language: OneOf(languages),
  digits: OneOf(digitStyles),
  theme: OneOf(themes),
  guest: Type.Boolean(),
  secondFactor: Type.Boolean(),
  memberships: Type.Array(Membership),
})

const SignedIn = Type.Object({ next: OneOf(['signed-in', 'second-factor'] as const) })

export const accountEndpoints = {
  signUp: endpoint({
    id: 'account.signUp',
    method: 'POST',
    path: '/api/v1/account/sign-up',
    summary: 'Open an account with an e-mail address or a telephone number, and a password.',
    access: 'public',
    body: Type.Object({
      name: Line(120),
      identifier: Identifier,
      password: NewPassword,
      language: Type.Optional(OneOf(languages)),
    }),
    response: SignedIn,
    status: 201,
    example: { name: 'Amina', identifier: 'amina@example.org', password: 'seven silk threads a day', language: 'ur' },
  }),
  signIn: endpoint({
    id: 'account.signIn',
    method: 'POST',
    path: '/api/v1/account/sign-in',
    summary: 'Sign in. When a second factor is set, `next` says so and the code goes to the next endpoint.',
    access: 'public',
    body: Type.Object({ identifier: Identifier, password: Password }),
    response: SignedIn,
    status: 200,
    example: { identifier: 'amina@example.org', password: 'seven silk threads a day' },
  }),
  answerSecondFactor: endpoint({
    id: 'account.answerSecondFactor',
    method: 'POST',
    path: '/api/v1/account/second-factor',
    summary: 'Finish signing in with a code of the authenticator app, or a recovery code.',
    access: 'public',
    body: Type.Object({ code: Code }),
    response: SignedIn,
    status: 200,
    example: { code: '123456' },
  }),
  signOut: endpoint({
    id: 'account.signOut',
    method: 'POST',
    path: '/api/v1/account/sign-out',
    summary: 'End this session.',
    access: 'signed-in',
    response: Empty,
    status: 200,
  }),
  read: endpoint({
    id: 'account.read',
    method: 'GET',
    path: '/api/v1/account',
    summary: 'Who is signed in, and the businesses they belong to.',
    access: 'signed-in',
    response: Account,
    status: 200,
  }),
  change: endpoint({
    id: 'account.change',
    method: 'PATCH',
    path: '/api/v1/account',
    summary: 'Change name, language, digits or theme.',
    access: 'signed-in',
    body: Type.Object({
      name: Type.Optional(Line(120)),
      language: Type.Optional(OneOf(languages)),
      digits: Type.Optional(OneOf(digitStyles)),
      theme: Type.Optional(OneOf(themes)),
    }),
    response: Account,
    status: 200,
    example: { language: 'ur' },
  }),
  changePassword: endpoint({
    id: 'account.changePassword',
    method: 'POST',
    path: '/api/v1/account/password',
    summary: 'Change the password; the other sessions end.',
    access: 'signed-in',
    body: Type.Object({ current: Password, wanted: NewPassword }),
    response: Empty,
    status: 200,
    example: { current: 'seven silk threads a day', wanted: 'eight silk threads a day' },
  }),
  listSessions: endpoint({
    id: 'account.listSessions',
    method: 'GET',
    path: '/api/v1/account/sessions',
    summary: 'Where this account is signed in.',
    access: 'signed-in',
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Type.String(),
          current: Type.Boolean(),
          device: Type.String(),
          createdAt: Instant,
          expiresAt: Instant,
        }),
      ),
    }),
    status: 200,
  }),
  endSession: endpoint({
    id: 'account.endSession',
    method: 'DELETE',
    path: '/api/v1/account/sessions/:session',
    summary: 'End one session.',
    access: 'signed-in',
    params: Type.Object({ session: Type.String({ maxLength: 64 }) }),
    response: Empty,
    status: 200,
  }),
  startSecondFactor: endpoint({
    id: 'account.startSecondFactor',
    method: 'POST',
    path: '/api/v1/account/second-factor/enrolment',
    summary: 'Begin setting a second factor: a secret for the authenticator app.',
    access: 'signed-in',
    body: Type.Object({ password: Password }),
    response: Type.Object({ uri: Type.String(), secret: Type.String(), recoveryCodes: Type.Array(Type.String()) }),
    status: 200,
    example: { password: 'seven silk threads a day' },
  }),
  confirmSecondFactor: endpoint({
    id: 'account.confirmSecondFactor',
    method: 'POST',
    path: '/api/v1/account/second-factor/confirmation',
    summary: 'Finish setting the second factor with its first code.',
    access: 'signed-in',
    body: Type.Object({ code: Code }),
    response: Empty,
    status: 200,
    example: { code: '123456' },
  }),
  removeSecondFactor: endpoint({
    id: 'account.removeSecondFactor',
    method: 'POST',
    path: '/api/v1/account/second-factor/removal',
    summary: 'Take the second factor away.',
    access: 'signed-in',
    body: Type.Object({ password: Password }),
    response: Empty,
    status: 200,
    example: { password: 'seven silk threads a day' },
  }),
  listPasskeys: endpoint({
    id: 'account.listPasskeys',
    method: 'GET',
    path: '/api/v1/account/passkeys',
    summary: 'The passkeys of this account.',
    access: 'signed-in',
    response: Type.Object({
      items: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), createdAt: Instant })),
    }),
    status: 200,
  }),
  passkeyRegistrationOptions: endpoint({
    id: 'account.passkeyRegistrationOptions',
    method: 'POST',
    path: '/api/v1/account/passkeys/registration-options',
    summary: 'What the browser needs to make a passkey (WebAuthn creation options).',
    access: 'signed-in',
    response: Type.Unknown(),
    status: 200,
  }),
  addPasskey: endpoint({
    id: 'account.addPasskey',
    method: 'POST',
    path: '/api/v1/account/passkeys',
    summary: 'Keep the passkey that the browser made.',
    access: 'signed-in',
    body: Type.Object({ name: Line(60), credential: Type.Unknown() }),
    response: Empty,
    status: 201,
  }),
  removePasskey: endpoint({
    id: 'account.removePasskey',
    method: 'DELETE',
    path: '/api/v1/account/passkeys/:passkey',
    summary: 'Take a passkey away.',
    access: 'signed-in',
    params: Type.Object({ passkey: Type.String({ maxLength: 64 }) }),
    response: Empty,
    status: 200,
  }),
  passkeySignInOptions: endpoint({
    id: 'account.passkeySignInOptions',
    method: 'POST',
    path: '/api/v1/account/passkey-sign-in-options',
    summary: 'What the browser needs to sign in with a passkey (WebAuthn request options).',
    access: 'public',
    response: Type.Unknown(),
    status: 200,
  }),
  passkeySignIn: endpoint({
    id: 'account.passkeySignIn',
    method: 'POST',
    path: '/api/v1/account/passkey-sign-in',
    summary: 'Sign in with a passkey.',
    access: 'public',
    body: Type.Object({ credential: Type.Unknown() }),
    response: SignedIn,
    status: 200,
  }),
  lookAround: endpoint({
    id: 'account.lookAround',
    method: 'POST',
    path: '/api/v1/look-around',
    summary: 'Open a throw-away copy of the invented sample shop as a guest.',
    access: 'public',
    body: Type.Object({ language: Type.Optional(OneOf(languages)) }),
    response: Type.Object({ slug: Type.String() }),
    status: 201,
    example: { language: 'en' },
  }),
} as const
