// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answersOf } from './answers.ts'

/** How it behaves: as asked; without sense; too late; as the text in the order commands it; not at all. */
export const moods = ['good', 'nonsense', 'slow', 'injected', 'broken'] as const
export type Mood = (typeof moods)[number]

export type ModelServer = {
  /** Up to and with the version. */
  readonly url: string
  /** What was asked so far, as it came. */
  readonly asked: readonly string[]
  mood: Mood
  close(): Promise<void>
}

/**
 * Starts an invented language model on this machine that speaks the published chat-completions protocol.
 *
 * @param given.meanings Which code each word means, for the good mood.
 * @param given.port 0 for any.
 */
export async function startModel(given: {
  readonly key: string
  readonly meanings: Readonly<Record<string, string>>
  readonly port?: number
  readonly slowMs?: number
}): Promise<ModelServer> {
  const asked: string[] = []
  const state = { mood: 'good' as Mood }
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://model')
    const wanted = moods.find((one) => one === searchParams.get('mood'))
    if (pathname === '/mood' && request.method === 'POST') {
      state.mood = wanted ?? state.mood
      return json(response, 200, { mood: state.mood })
    }
    if (pathname !== '/v1/chat/completions' || request.method !== 'POST') return json(response, 404, {})
    if (request.headers.authorization !== `Bearer ${given.key}`) return json(response, 401, fault('invalid key'))
    if (state.mood === 'broken') return json(response, 500, fault('out of memory'))
    const body = JSON.parse(await textOf(request)) as { model: string; messages: { role: string; content: string }[] }
    const material = body.messages.findLast(({ role }) => role === 'user')?.content ?? ''
    asked.push(material)
    if (state.mood === 'slow') await new Promise((done) => setTimeout(done, given.slowMs ?? 60_000).unref())
    const content = answersOf(state.mood, material, given.meanings)
    return json(response, 200, {
      ...{ id: `chatcmpl-${asked.length}`, object: 'chat.completion', created: 1_764_000_000, model: body.model },
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: material.length, completion_tokens: content.length, total_tokens: 0 },
    })
  }

  await new Promise<void>((done) => server.listen(given.port ?? 0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    get mood() {
      return state.mood
    },
    set mood(mood) {
      state.mood = mood
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const fault = (message: string) => ({ error: { message, type: 'invalid_request_error' } })

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
