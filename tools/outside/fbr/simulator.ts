// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asked, lists } from './lists.ts'
import { portalPage } from './portal-page.ts'
import { headFault, type Invoice, lineFault } from './rules.ts'

/**
 * How the office behaves: `well`; `slow`, answering late; `lost`, taking an invoice in and never answering; `broken`,
 * a 500 that took nothing in; `page`, a 200 with the gateway's HTML.
 */
export const moods = ['well', 'slow', 'lost', 'broken', 'page'] as const
export type Mood = (typeof moods)[number]

/** An invoice that the office has taken in. */
export type Taken = { readonly number: string; readonly trial: boolean; readonly invoice: Invoice }

export type Office = {
  readonly url: string
  readonly taken: readonly Taken[]
  /** Requests to hand in, whatever came of them. */
  readonly handedIn: number
  mood: Mood
  close(): Promise<void>
}

/** Starts an office on this machine. @param port 0 for any. */
export async function startOffice(given: {
  readonly token: string
  readonly port?: number
  readonly slowMs?: number
}): Promise<Office> {
  const taken: Taken[] = []
  const state = { mood: 'well' as Mood, handedIn: 0 }
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://office')
    if (url.pathname === '/') return html(response, portalPage(taken, state.mood, moods))
    if (url.pathname === '/mood' && request.method === 'POST') {
      const wanted = new URLSearchParams(await textOf(request)).get('mood')
      state.mood = moods.find((one) => one === wanted) ?? state.mood
      response.writeHead(303, { location: '/' }).end()
      return
    }
    if (request.headers.authorization !== `Bearer ${given.token}`)
      return json(response, 401, { fault: 'Invalid Credentials' })
    const handing = /^\/di_data\/v1\/di\/(post|validate)invoicedata(_sb)?$/.exec(url.pathname)
    if (handing && request.method === 'POST')
      return handIn(request, response, handing[1] === 'post', handing[2] !== undefined)
    if (url.pathname.startsWith('/dist/v1/')) return json(response, 200, standing(url.pathname, await textOf(request)))
    const list = lists[url.pathname]
    if (!list) return json(response, 404, {})
    const missing = (asked[url.pathname] ?? []).filter((name) => !url.searchParams.has(name))
    return missing.length > 0 ? json(response, 500, { missing }) : json(response, 200, list)
  }

  async function handIn(request: IncomingMessage, response: ServerResponse, post: boolean, trial: boolean) {
    const invoice = parsed(await textOf(request))
    if (post) state.handedIn += 1
    if (state.mood === 'broken') return json(response, 500, { error: 'Internal Server Error' })
    if (state.mood === 'page') return html(response, '<html><body>Please wait</body></html>')
    const reply = judge(invoice, trial, post ? () => numberFor(invoice, taken.length) : undefined)
    if (reply.number !== undefined) taken.push({ number: reply.number, trial, invoice })
    if (state.mood === 'lost') return void request.socket.destroy()
    if (state.mood === 'slow') await new Promise((done) => setTimeout(done, given.slowMs ?? 60_000).unref())
    return json(response, 200, reply.body)
  }

  await new Promise<void>((done) => server.listen(given.port ?? 0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    taken,
    get handedIn() {
      return state.handedIn
    },
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

/** What the office says of an invoice. @param number Gives the office's number where it is to be kept. */
function judge(
  invoice: Invoice,
  trial: boolean,
  number: (() => string) | undefined,
): { body: object; number?: string } {
  const head = headFault(invoice, trial)
  if (head) return { body: refusedBody(head.code, head.error) }
  const items: readonly Invoice[] = Array.isArray(invoice.items) ? invoice.items : []
  if (items.length === 0) return { body: refusedBody('0300', 'No items') }
  const faults = items.map((item) => lineFault(item, invoice))
  const good = faults.every((one) => one === undefined)
  const own = good ? number?.() : undefined
  const invoiceStatuses = faults.map((one, i) => ({
    itemSNo: String(i + 1),
    statusCode: one ? '01' : '00',
    status: one ? 'Invalid' : 'Valid',
    invoiceNo: own === undefined ? null : `${own}-${i + 1}`,
    errorCode: one?.code ?? '',
    error: one?.error ?? '',
  }))
  // The head says 00 even over a bad line, as the office's does.
  const validationResponse = {
    statusCode: '00',
    status: good ? 'Valid' : 'invalid',
    errorCode: null,
    error: '',
    invoiceStatuses,
  }
  const body = {
    ...(own === undefined ? {} : { invoiceNumber: own }),
    dated: '2026-11-25 12:00:00',
    validationResponse,
  }
  return own === undefined ? { body } : { body, number: own }
}

function refusedBody(errorCode: string, error: string): object {
  const answer = { statusCode: '01', status: 'Invalid', errorCode, error, invoiceStatuses: null }
  return { dated: '2026-11-25 12:00:00', validationResponse: answer }
}

const numberFor = (invoice: Invoice, count: number) => `${invoice.sellerNTNCNIC}DI${1_747_119_700_000 + count}`

/** Whether a number is on the active list and registered: those that end in 9 are not. */
function standing(path: string, text: string): object {
  const asks = parsed(text)
  const no = String(asks.regno ?? asks.Registration_No ?? '')
  const good = !no.endsWith('9')
  if (path.endsWith('/statl')) return { 'status code': good ? '02' : '01', status: good ? 'Active' : 'In-Active' }
  return {
    statuscode: good ? '00' : '01',
    REGISTRATION_NO: no,
    REGISTRATION_TYPE: good ? 'Registered' : 'unregistered',
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function parsed(text: string): Invoice {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Invoice) : {}
  } catch {
    return {}
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function html(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text)
}
