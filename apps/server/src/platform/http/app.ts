// SPDX-License-Identifier: Apache-2.0
import { AjvCompiler } from '@fastify/ajv-compiler'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import { AppError } from '@resham/base'
import type { Endpoint } from '@resham/contract'
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/pool.ts'
import { newId } from '../ids.ts'
import { admit, type Directory } from './access.ts'
import { once } from './idempotency.ts'
import { observe } from './metrics.ts'
import { serveOpenApi } from './openapi.ts'
import { answerProblem } from './problems.ts'
import { quickSchema } from './quick-schema.ts'
import type { FileReply, Route } from './route.ts'

/** What the HTTP side of the platform is built from. */
export type AppParts = {
  readonly db: Database
  readonly clock: Clock
  readonly routes: readonly Route[]
  /** Who is who, and who belongs where. */
  readonly directory: Directory
  readonly logLevel: string
  /** Requests a minute and caller; null for none (measuring). */
  readonly requestsPerMinute: number | null
  /** Bytes of an uploaded file at most. */
  readonly uploadLimit: number
}

const jsonLimit = 1_048_576

// An address carries only words: "25" there is a number. A body says itself what is what: made into
// numbers, a null in it would become 0.
const checks = AjvCompiler()
const checkAsWords = checks({}, { customOptions: { coerceTypes: 'array', removeAdditional: false, useDefaults: true } })
const checkAsSent = checks({}, { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: true } })

/** Builds the API: every route of every module, and what all of them share. Listens to nothing by itself. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const options: FastifyServerOptions = {
    bodyLimit: jsonLimit,
    genReqId: () => newId(parts.clock()),
    requestIdHeader: false,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 400 },
    logger: { level: parts.logLevel, serializers: { req: describe, res: (reply) => ({ status: reply.statusCode }) } },
  }
  const app = Fastify(options)
  app.setValidatorCompiler((part) => (part.httpPart === 'body' ? checkAsSent : checkAsWords)(part))
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply))
  app.setNotFoundHandler((request, reply) => answerProblem(new AppError('platform.not-found'), request, reply))
  app.addContentTypeParser('application/octet-stream', { bodyLimit: parts.uploadLimit }, (_request, body, done) =>
    done(null, body),
  )
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: parts.uploadLimit, files: 1, fields: 20, fieldSize: 10_000 } })
  if (parts.requestsPerMinute !== null) {
    await app.register(rateLimit, {
      max: parts.requestsPerMinute,
      timeWindow: '1 minute',
      errorResponseBuilder: (_request, limit) =>
        new AppError('platform.rate-limited', { retryAfterSeconds: Math.ceil(limit.ttl / 1000) }),
    })
  }
  observe(app)
  secure(app)
  serveHealth(app, parts.db)
  for (const route of parts.routes) mount(app, parts, route)
  serveOpenApi(
    app,
    parts.routes.map((route) => route.endpoint),
  )
  return app
}

// Only what names no person. The path of a page can hold the secret of an invitation or the name of a customer: of it,
// no more is told than that it is no route of the API.
function describe(request: FastifyRequest): { method: string; route: string } {
  return { method: request.method, route: request.routeOptions.url ?? 'page' }
}

function mount(app: FastifyInstance, parts: AppParts, route: Route): void {
  const { endpoint, handler } = route
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(endpoint.body === 'bytes' ? { bodyLimit: parts.uploadLimit } : {}),
    schema: schemasOf(endpoint),
    handler: async (request, reply) => {
      const ctx = await admit(endpoint, request, parts)
      const input = { params: request.params, query: request.query, body: request.body }
      return once(request, reply, parts, ctx, async () => {
        const answer = await handler(ctx as never, input as never, { request, reply })
        if (reply.sent) return reply
        if (endpoint.method !== 'GET') parts.directory.forget?.()
        reply.code(endpoint.status)
        return endpoint.response === 'bytes' ? sendFile(reply, answer as FileReply) : answer
      })
    },
  })
}

function schemasOf(endpoint: Endpoint): object {
  return {
    ...(endpoint.params ? { params: endpoint.params } : {}),
    ...(endpoint.query ? { querystring: endpoint.query } : {}),
    ...(endpoint.body && endpoint.body !== 'bytes' ? { body: endpoint.body } : {}),
    ...(endpoint.response === 'bytes' ? {} : { response: { [endpoint.status]: quickSchema(endpoint.response) } }),
  }
}

function sendFile(reply: { header(name: string, value: string): unknown }, file: FileReply): FileReply['content'] {
  reply.header('content-type', file.contentType)
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
  return file.content
}

function secure(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (!request.url.startsWith('/api/')) return
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('cache-control', 'no-store')
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    refuseForeignForms(request)
  })
}

// A browser names the page that a write comes from; another site's page may not write with our cookie.
function refuseForeignForms(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.headers.origin === undefined) return
  const origin = URL.canParse(request.headers.origin) ? new URL(request.headers.origin).host : 'null'
  if (origin !== request.headers.host) throw new AppError('platform.forbidden', { why: 'foreign-origin' })
}

function serveHealth(app: FastifyInstance, db: Database): void {
  app.get('/healthz', { logLevel: 'silent' }, async () => ({ alive: true }))
  app.get('/readyz', { logLevel: 'silent' }, async () => {
    await db.selectNoFrom((eb) => eb.lit(1).as('one')).execute()
    return { ready: true }
  })
}
