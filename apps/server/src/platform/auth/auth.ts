// SPDX-License-Identifier: Apache-2.0
import { passkey } from '@better-auth/passkey'
import { passwordLength } from '@resham/contract'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import type { Database } from '../db/pool.ts'
import { secondFactorLockSeconds } from './auth-call.ts'

/** The auth library, set up for us. Only this folder knows it. */
export type Auth = ReturnType<typeof makeAuth>

const day = 86_400

/**
 * Sets up accounts, sessions, second factors and passkeys.
 *
 * Its own doors stay shut: our endpoints call it, with our limits, lock-outs and rules for passwords in front.
 *
 * @param origin Address that people open, such as `https://shop.example`; passkeys belong to its host.
 * @param secret Signs cookies; at least 32 characters.
 */
export function makeAuth(db: Database, settings: { readonly origin: string; readonly secret: string }) {
  const { hostname, protocol } = new URL(settings.origin)
  return betterAuth({
    appName: 'Resham',
    baseURL: settings.origin,
    secret: settings.secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, minPasswordLength: 1, maxPasswordLength: passwordLength.most },
    session: { expiresIn: 30 * day, updateAge: day },
    user: {
      additionalFields: {
        phone: { type: 'string', required: false, input: false },
        language: { type: 'string', required: false, input: false },
        digits: { type: 'string', required: false, input: false },
        theme: { type: 'string', required: false, input: false },
        guest: { type: 'boolean', required: false, input: false },
      },
    },
    advanced: {
      cookiePrefix: 'resham',
      useSecureCookies: protocol === 'https:',
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      twoFactor({
        issuer: 'Resham',
        accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: secondFactorLockSeconds },
      }),
      passkey({
        rpID: hostname,
        rpName: 'Resham',
        origin: settings.origin,
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      }),
    ],
  })
}
