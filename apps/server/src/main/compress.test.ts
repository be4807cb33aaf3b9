// SPDX-License-Identifier: Apache-2.0
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { compressPage } from './compress.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** What a browser that takes `encoding` gets from a page. */
async function ask(page: RequestListener, encoding: string): Promise<{ headers: Headers; body: Buffer }> {
  const server = createServer((request, response) => {
    compressPage(request, response)
    page(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  open.push(() => server.close())
  const { port } = server.address() as AddressInfo
  const { request } = await import('node:http')
  return new Promise((answered) => {
    request({ port, headers: { 'accept-encoding': encoding } }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part) => parts.push(part))
      reply.on('end', () => answered({ headers: new Headers(reply.headers as never), body: Buffer.concat(parts) }))
    }).end()
  })
}

const long = 'ریشم silk '.repeat(20_000)
const inPieces: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' })
  for (let at = 0; at < long.length; at += 999) response.write(long.slice(at, at + 999))
  response.end()
}

describe('a page on its way out', () => {
  test('arrives whole, however long and in however many pieces it was written', async () => {
    const brotli = await ask(inPieces, 'gzip, deflate, br')
    expect(brotli.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(long)
    const gzipped = await ask(inPieces, 'gzip')
    expect(gunzipSync(gzipped.body).toString()).toBe(long)
    expect((await ask(inPieces, 'identity')).body.toString()).toBe(long)
  })

  test('what is packed already, is no text, or has no body is left as it is', async () => {
    const packed: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/css', 'content-encoding': 'gzip' })
      response.end(long)
    }
    expect((await ask(packed, 'br')).body.toString()).toBe(long)
    const picture: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-type': 'font/woff2' })
      response.end(long)
    }
    expect((await ask(picture, 'br')).headers.get('content-encoding')).toBeNull()
    const nothing: RequestListener = (_request, response) => response.writeHead(304).end()
    expect((await ask(nothing, 'br')).body.length).toBe(0)
  })

  test('a short page goes as it is, with its length', async () => {
    const short = await ask(
      (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('آج'),
      'br',
    )
    expect(short.headers.get('content-encoding')).toBeNull()
    expect(short.headers.get('content-length')).toBe('4')
  })
})
