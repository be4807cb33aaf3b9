// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '@resham/base'
import type { FastifyInstance } from 'fastify'
import { traceOf } from '#platform/http/problems.ts'
import { compressPage } from './compress.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const built = resolve(import.meta.dirname, '../../../web/build/handler.js')
/** A form takes half a megabyte; a few pages take a file through theirs: at most a photograph of 25 MB, and what surrounds it. */
const usualForm = 512 * 1024
const fileForm = 26 * 1024 ** 2
const filePage = /^\/[^/]+\/(?:plan\/stock|items\/[^/]+\/photos)(?:\?|$)/

const ours = /^\/(?:api\/|healthz|readyz|metrics)/

/**
 * Lets the pages answer every address that is not the API's, in this same process. A page asks the API through
 * `request.resham.inject`, without a network between, and tells of its own failures by `request.resham.report`.
 *
 * @returns False when the pages are not built.
 */
export async function mountWeb(app: FastifyInstance, origin: string): Promise<boolean> {
  if (!existsSync(built)) return false
  process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto'
  process.env.BODY_SIZE_LIMIT ??= String(fileForm)
  const { handler } = (await import(pathToFileURL(built).href)) as { handler: Handler }
  const protocol = new URL(origin).protocol.slice(0, -1)
  const resham = {
    inject: app.inject.bind(app),
    report: (error: unknown) => app.log.error({ failure: traceOf(error) }, 'a page failed'),
  }

  app.addHook('onRequest', async (request, reply) => {
    if (ours.test(request.url)) return
    if (isTooLarge(request.raw)) throw new AppError('platform.too-large', { limitBytes: usualForm })
    if (protocol === 'https') reply.raw.setHeader('strict-transport-security', 'max-age=31536000')
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

/** Whether more is sent than the page can want; a length that is not told is too much for all but the pages that take files. */
function isTooLarge({ headers, url = '' }: IncomingMessage): boolean {
  if (filePage.test(url)) return false
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > usualForm
}
