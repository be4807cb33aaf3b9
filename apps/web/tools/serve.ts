// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Inject } from '../src/api.ts'

/** A loopback server around the built pages, as the real one mounts them, for tests and for looking. */
export async function serveBuild(inject: Inject): Promise<{ origin: string; close: () => Promise<void> }> {
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto'
  const built = new URL('../build/handler.js', import.meta.url).href
  const { handler } = (await import(built)) as {
    handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  }
  const server = createServer((request, response) => {
    request.headers['x-forwarded-proto'] = 'http'
    Object.assign(request, { resham: { inject } })
    if (request.url?.startsWith('/api/')) return void answerApi(inject, request, response)
    if (request.headers.accept?.includes('text/html')) compressed(response)
    handler(request, response, () => response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Pages are sent in brotli, as the real server does, so that weights measured here are true. */
function compressed(response: ServerResponse): void {
  const { end, write, writeHead } = response
  const parts: Buffer[] = []
  let head: Parameters<typeof writeHead> | undefined
  response.write = ((part: Uint8Array | string) => {
    parts.push(Buffer.from(part as string))
    return true
  }) as typeof write
  response.writeHead = ((...given: Parameters<typeof writeHead>) => {
    head = given
    return response
  }) as typeof writeHead
  response.end = ((part?: Uint8Array | string) => {
    if (part) parts.push(Buffer.from(part as string))
    const body = brotliCompressSync(Buffer.concat(parts), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    if (parts.length > 0) {
      response.setHeader('content-encoding', 'br')
      response.removeHeader('content-length')
      const headers = head?.[1]
      if (headers && typeof headers === 'object' && 'content-length' in headers) {
        delete (headers as Record<string, unknown>)['content-length']
      }
    }
    if (head) writeHead.apply(response, head)
    return end.call(response, parts.length > 0 ? body : undefined, 'utf8')
  }) as typeof end
}

async function answerApi(inject: Inject, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const reply = await inject({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    payload: Buffer.concat(parts),
  })
  for (const [name, value] of Object.entries(reply.headers)) if (value !== undefined) response.setHeader(name, value)
  response.writeHead(reply.statusCode).end(reply.rawPayload)
}
