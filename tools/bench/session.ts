// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'

/** A signed-in person who owns one business, talking to the API as a browser would. */
export type Session = {
  readonly url: string
  readonly slug: string
  readonly cookie: string
  json<T>(method: string, path: string, body?: unknown): Promise<T>
}

/** Opens an account and a business of its own. */
export async function openSession(url: string, currency: string): Promise<Session> {
  const jar = new Map<string, string>()

  async function json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(url + path, {
      method,
      headers: {
        origin: url,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 400)}`)
    return (text === '' ? {} : JSON.parse(text)) as T
  }

  await json('POST', '/api/v1/account/sign-up', {
    name: 'Bench',
    identifier: `bench-${process.pid}-${Math.round(performance.now())}@example.org`,
    password: 'seven silk threads for a measure',
  })
  const { slug } = await json<{ slug: string }>('POST', '/api/v1/businesses', {
    name: 'Measured Shop',
    pack: 'pk',
    currency,
  })
  return {
    url,
    slug,
    json,
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    },
  }
}

type ImportReply = { id: string; state: string; progress: { lines: number }; error: unknown; result: unknown }

/**
 * Hands a file in, loads it as guessed, and waits until Today is complete.
 *
 * @returns Milliseconds: upload, loading, and upload to a complete Today page.
 */
export async function importToToday(
  session: Session,
  file: string,
  watch: () => Promise<void> = async () => {},
): Promise<{ uploadMs: number; loadMs: number; totalMs: number; result: unknown }> {
  const started = performance.now()
  const at = `/api/v1/businesses/${session.slug}`
  const response = await fetch(`${session.url}${at}/imports?fileName=${encodeURIComponent(basename(file))}`, {
    method: 'POST',
    headers: { origin: session.url, cookie: session.cookie, 'content-type': 'application/octet-stream' },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
  } as RequestInit)
  if (!response.ok) throw new Error(`upload: ${response.status} ${await response.text()}`)
  const { id } = (await response.json()) as ImportReply
  const uploaded = performance.now()
  await session.json('POST', `${at}/imports/${id}/start`, {})
  const done = await until(async () => {
    await watch()
    const now = await session.json<ImportReply>('GET', `${at}/imports/${id}`)
    if (now.state === 'failed') throw new Error(`import failed: ${JSON.stringify(now.error)}`)
    return now.state === 'done' ? now : undefined
  })
  const loaded = performance.now()
  await until(async () => {
    await watch()
    const { state } = await session.json<{ state: string }>('GET', `${at}/today`)
    return state === 'ready' ? true : undefined
  })
  const ended = performance.now()
  return { uploadMs: uploaded - started, loadMs: loaded - uploaded, totalMs: ended - started, result: done.result }
}

async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise((wake) => setTimeout(wake, 250))
  }
}
