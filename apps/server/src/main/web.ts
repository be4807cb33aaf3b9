// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { compressPage } from './compress.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const built = resolve(import.meta.dirname, '../../../web/build/handler.js')
const ours = /^\/(?:api\/|healthz|readyz|metrics)/

/**
 * Lets the pages answer every address that is not the API's, in this same process. A page asks the API through
 * `request.resham.inject`, without a network between.
 *
 * @returns False when the pages are not built.
 */
export async function mountWeb(app: FastifyInstance, origin: string): Promise<boolean> {
  if (!existsSync(built)) return false
  process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto'
  const { handler } = (await import(pathToFileURL(built).href)) as { handler: Handler }
  const protocol = new URL(origin).protocol.slice(0, -1)
  const resham = { inject: app.inject.bind(app) }

  app.addHook('onRequest', async (request, reply) => {
    if (ours.test(request.url)) return
    reply.hijack()
    const { raw } = request
    raw.headers['x-forwarded-proto'] ??= protocol
    Object.assign(raw, { resham })
    compressPage(raw, reply.raw)
    handler(raw, reply.raw, () => {
      reply.raw.statusCode = 404
      reply.raw.end()
    })
  })
  return true
}
