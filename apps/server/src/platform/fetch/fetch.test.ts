// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type FetchLimits, fetchFile } from './fetch-file.ts'
import { callPlace } from './received.ts'
import { retryAfterMs } from './retry.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server that answers its first, second and further request in turn; the last answer again and again. */
async function aSource(...answers: RequestListener[]): Promise<string> {
  let asked = 0
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)] as RequestListener
    asked += 1
    answer(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/data`
}

const says =
  (status: number, body = '', headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body)
  }
const cutsShort: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' })
  response.write('only half')
  setImmediate(() => response.destroy())
}
const isSilent: RequestListener = () => {}

const now = new Date('2026-11-24T09:00:00Z')

async function fetched(url: string, limits: Partial<FetchLimits> = {}) {
  const place = join(mkdtempSync(join(tmpdir(), 'resham-fetch-test-')), 'file')
  const waits: number[] = []
  const pause = async (ms: number) => {
    waits.push(ms)
  }
  const failure = await fetchFile(url, place, {
    clock: () => now,
    pause,
    limits: { tries: 3, timeoutMs: 5000, ...limits },
  }).then(
    () => null,
    (error) => error,
  )
  return { failure, waits, text: existsSync(place) ? readFileSync(place, 'utf8') : null }
}

test('a source that is busy is asked again, after as long as it says', async () => {
  const busy = says(429, '', { 'retry-after': '7' })
  const dated = says(503, '', { 'retry-after': 'Tue, 24 Nov 2026 09:00:20 GMT' })
  expect(await fetched(await aSource(busy, dated, says(200, 'all')))).toEqual({
    failure: null,
    waits: [7000, 20_000],
    text: 'all',
  })
})

test('a source that fails is asked again with waits that double, and given up in the end', async () => {
  const { failure, waits, text } = await fetched(await aSource(says(500)))
  expect([failure?.code, failure?.details.status, failure?.details.tries, waits, text]).toEqual([
    'market.unreachable',
    500,
    3,
    [1000, 2000],
    null,
  ])
})

test('half a file is asked for again, and never kept', async () => {
  expect(await fetched(await aSource(cutsShort, says(200, 'whole')))).toMatchObject({ failure: null, text: 'whole' })
  const { failure, text } = await fetched(await aSource(cutsShort))
  expect([failure?.code, text]).toEqual(['market.cut-short', null])
})

test('a source that never answers is given up', async () => {
  const { failure } = await fetched(await aSource(isSilent), { timeoutMs: 60, tries: 2 })
  expect(failure?.code).toBe('market.unreachable')
})

test('a refusal is not asked again', async () => {
  const { failure, waits } = await fetched(await aSource(says(404)))
  expect([failure?.code, failure?.details.status, waits]).toEqual(['market.answer-refused', 404, []])
})

test('more than the limit is refused', async () => {
  const { failure, text } = await fetched(await aSource(says(200, 'x'.repeat(5000))), { maxBytes: 1000 })
  expect([failure?.code, text]).toEqual(['platform.too-large', null])
})

test('only http and https are fetched', async () => {
  for (const address of ['ftp://example.org/a', 'file:///etc/passwd', 'http:']) {
    expect((await fetched(address)).failure?.code, address).toBe('market.address-invalid')
  }
})

test('a place is called without what is secret in it', () => {
  expect(callPlace('https://me:word@example.org/data?period=2023&subscription-key=abc')).toBe(
    'https://example.org/data?period=2023',
  )
  expect(callPlace('/srv/files/prices.csv')).toBe('prices.csv')
})

test('a wait that cannot be read is none', () => {
  expect([
    retryAfterMs('soon', now),
    retryAfterMs(null, now),
    retryAfterMs('Tue, 24 Nov 2026 08:00:00 GMT', now),
  ]).toEqual([undefined, undefined, 0])
})
