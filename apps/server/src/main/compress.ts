// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

const brotliSettings = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const gzipSettings = { level: 5 }
const packers = {
  br: {
    now: (body: Buffer) => brotliCompressSync(body, brotliSettings),
    later: (body: Buffer) => promisify(brotliCompress)(body, brotliSettings),
  },
  gzip: {
    now: (body: Buffer) => gzipSync(body, gzipSettings),
    later: (body: Buffer) => promisify(gzip)(body, gzipSettings),
  },
} as const

async function pack(body: Buffer, encoding: keyof typeof packers): Promise<Buffer | undefined> {
  try {
    return body.length < longFrom ? packers[encoding].now(body) : await packers[encoding].later(body)
  } catch {
    return undefined
  }
}

const worthIt = /^(?:text\/|application\/(?:json|javascript|manifest)|image\/svg)/
/** Below this, what is saved is less than what it costs to say so. */
const smallest = 800
/**
 * A page is packed in half a millisecond, less than handing it to another thread costs; only a long file, which would
 * keep others waiting, goes there.
 */
const longFrom = 200_000

/**
 * Compresses what a page sends, unless it comes compressed already. A page is made whole before it is sent, so it is
 * gathered and goes out as one piece with its length.
 */
export function compressPage(request: IncomingMessage, response: ServerResponse): void {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
  if (!encoding || request.method === 'HEAD') return
  const own = { write: response.write, end: response.end, writeHead: response.writeHead }
  const parts: Buffer[] = []
  let gathers: boolean | undefined

  function decide(): boolean {
    if (gathers !== undefined) return gathers
    const type = String(response.getHeader('content-type') ?? '')
    const bodyless = response.statusCode === 204 || response.statusCode === 304
    gathers = !response.getHeader('content-encoding') && !bodyless && worthIt.test(type)
    return gathers
  }

  async function send(): Promise<void> {
    Object.assign(response, own)
    const body = Buffer.concat(parts)
    if (body.length >= smallest && encoding) {
      const packed = await pack(body, encoding)
      if (packed) {
        response.setHeader('content-encoding', encoding)
        response.appendHeader('vary', 'accept-encoding')
        response.setHeader('content-length', packed.length)
        response.end(packed)
        return
      }
    }
    response.setHeader('content-length', body.length)
    response.end(body)
  }

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status
    const headers = rest.find((part) => typeof part === 'object') as Record<string, string | string[]> | undefined
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
    return decide() ? response : own.writeHead.call(response, status)
  }) as typeof response.writeHead
  response.write = ((chunk: Uint8Array | string, ...rest: never[]) => {
    if (!decide()) return own.write.apply(response, [chunk, ...rest] as never)
    parts.push(Buffer.from(chunk as string))
    return true
  }) as typeof response.write
  response.end = ((chunk?: Uint8Array | string, ...rest: never[]) => {
    if (!decide()) return own.end.apply(response, [chunk, ...rest] as never)
    if (chunk && typeof chunk !== 'function') parts.push(Buffer.from(chunk as string))
    void send()
    return response
  }) as typeof response.end
}
