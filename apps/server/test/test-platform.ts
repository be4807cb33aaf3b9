// SPDX-License-Identifier: Apache-2.0
import { isCurrency, normalisePhone } from '@resham/pack-kit'
import { pack } from '@resham/pack-zz'
import type { FastifyInstance } from 'fastify'
import { accountRoutes } from '#platform/auth/account.routes.ts'
import { makeAuth } from '#platform/auth/auth.ts'
import { businessRoutes } from '#platform/auth/businesses.routes.ts'
import { makeDirectory } from '#platform/auth/directory.ts'
import { peopleRoutes } from '#platform/auth/people.routes.ts'
import { buildApp } from '#platform/http/app.ts'
import type { Route } from '#platform/http/route.ts'
import type { JobKind } from '#platform/queue/job.ts'
import { jobRoutes } from '#platform/queue/jobs.routes.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

export const origin = 'http://shop.example'

/** The platform without any module, on a database of its own, with a clock that the test moves. */
export type TestPlatform = TestDatabase & {
  readonly app: FastifyInstance
  readonly routes: readonly Route[]
  /** Moves the clock on. */
  pass(seconds: number): void
  now(): Date
}

/** Builds it. @param more Routes beside the platform's own. */
export async function openTestPlatform(
  options: { readonly more?: readonly Route[]; readonly kinds?: readonly JobKind[]; readonly perMinute?: number } = {},
): Promise<TestPlatform> {
  const at = await openTestDatabase()
  let instant = Date.now()
  const clock = () => new Date(instant)
  const auth = makeAuth(at.db, { origin, secret: 'a secret for tests, longer than it must be' })
  const country = { currency: pack.currency, timeZone: pack.timeZone, language: 'en' as const, isCurrency }
  const routes = [
    ...accountRoutes({
      auth,
      readPhone: (text) => normalisePhone(pack.phone, text)?.e164,
      openSampleShop: async () => 'sample',
    }),
    ...businessRoutes({ findCountry: (id) => (id === pack.id ? country : undefined), describeBooks: async () => null }),
    ...peopleRoutes,
    ...jobRoutes(options.kinds ?? []),
    ...(options.more ?? []),
  ]
  const app = await buildApp({
    db: at.db,
    clock,
    routes,
    directory: makeDirectory({ db: at.db, auth, clock }),
    logLevel: 'silent',
    requestsPerMinute: options.perMinute ?? null,
    uploadLimit: 1000,
  })
  return {
    ...at,
    app,
    routes,
    now: clock,
    pass: (seconds) => {
      instant += seconds * 1000
    },
    close: async () => {
      await app.close()
      await at.close()
    },
  }
}
