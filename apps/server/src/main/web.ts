// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

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
    compress(raw, reply.raw)
    handler(raw, reply.raw, () => {
      reply.raw.statusCode = 404
      reply.raw.end()
    })
  })
  return true
}

const worthIt = /^(?:text\/|application\/(?:json|javascript|manifest)|image\/svg)/

/** Compresses what a page sends, unless it comes compressed already. */
function compress(request: IncomingMessage, response: ServerResponse): void {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
  if (!encoding || request.method === 'HEAD') return
  const { write, end, writeHead } = response
  let packer: ReturnType<typeof createGzip> | undefined
  let decided = false

  function decide(): void {
    if (decided) return
    decided = true
    const type = String(response.getHeader('content-type') ?? '')
    const bodyless = response.statusCode === 204 || response.statusCode === 304
    if (response.getHeader('content-encoding') || bodyless || !worthIt.test(type)) return
    response.removeHeader('content-length')
    response.setHeader('content-encoding', encoding as string)
    response.appendHeader('vary', 'accept-encoding')
    packer =
      encoding === 'br'
        ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
        : createGzip({ level: 5 })
    packer.on('data', (chunk) => write.call(response, chunk, 'utf8', () => {}))
    // Who writes a long page waits for `drain` of the response; it is the packer that fills up.
    packer.on('drain', () => response.emit('drain'))
    packer.on('end', () => end.call(response, undefined, 'utf8', () => {}))
  }

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status
    const headers = rest.find((part) => typeof part === 'object') as Record<string, string | string[]> | undefined
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
    decide()
    return writeHead.call(response, status)
  }) as typeof response.writeHead
  response.write = ((chunk: Uint8Array | string, ...rest: never[]) => {
    decide()
    return packer ? packer.write(chunk) : write.apply(response, [chunk, ...rest] as never)
  }) as typeof response.write
  response.end = ((chunk?: Uint8Array | string, ...rest: never[]) => {
    decide()
    if (!packer) return end.apply(response, [chunk, ...rest] as never)
    if (chunk && typeof chunk !== 'function') packer.write(chunk)
    packer.end()
    return response
  }) as typeof response.end
}
