// SPDX-License-Identifier: Apache-2.0
import {
  calendarEndpoints,
  type Endpoint,
  errorRow,
  importEndpoints,
  itemEndpoints,
  outlookEndpoints,
  planEndpoints,
  type ReplyOf,
  type RequestOf,
} from '@resham/contract'
import type { Inject } from '../../src/api.ts'
import { fakeApi, owner } from '../fake-api.ts'
import { fakeId } from './ids.ts'
import { bad, imports, preview, rules } from './imports.ts'
import { items, trendsOf } from './items.ts'
import { holidays, outlook, story, today } from './outlook.ts'
import { budget, plan, purchaseList } from './plan.ts'

/** Which of its faces the stand-in shop shows on Today. */
export type ShopState = 'full' | 'empty' | 'working' | 'ended'

type Asked<E extends Endpoint> = { params: Record<string, string>; query: URLSearchParams; body: RequestOf<E>['body'] }
type Answer = { readonly endpoint: Endpoint; readonly give: (asked: Asked<Endpoint>) => unknown }

function answer<E extends Endpoint>(endpoint: E, give: (asked: Asked<E>) => ReplyOf<E> | undefined): Answer {
  return { endpoint, give: give as Answer['give'] }
}

/**
 * A stand-in for the API with one invented shop: enough to draw every page of the books and to press
 * its buttons. For looking at pages; never shipped. Every reply has the type of the contract.
 */
export function fakeShop(account: () => Record<string, unknown>, state: () => ShopState): Inject {
  const listed = new Map<string, number>([[fakeId(1, 2), 190_000]])
  let lineRules = rules
  const answers = [
    answer(outlookEndpoints.today, () => outlookIn(state())),
    answer(outlookEndpoints.listTrends, ({ params, query }) => {
      const search = query.get('search')?.toLowerCase() ?? ''
      const found = trendsOf(params.subject as 'item').filter(
        (brief) =>
          brief.name.toLowerCase().includes(search) &&
          (!query.has('abc') || brief.abc === query.get('abc')) &&
          (!query.has('status') || brief.status === query.get('status')),
      )
      return { items: state() === 'empty' ? [] : found, next: found.length > 10 ? 'more' : null, count: found.length }
    }),
    answer(outlookEndpoints.readTrend, ({ params }) => story(params.subject as 'item', params.key ?? '')),
    answer(planEndpoints.list, ({ query }) => {
      const all = plan(listed)
      if (state() === 'empty') return { ...all, items: [], counts: {}, toOrder: 0 }
      const urgency = query.get('urgency')
      const search = query.get('search')?.toLowerCase() ?? ''
      return {
        ...all,
        items: all.items.filter(
          (line) =>
            (!urgency || line.urgency === urgency) && `${line.name} ${line.code}`.toLowerCase().includes(search),
        ),
      }
    }),
    answer(planEndpoints.budget, ({ query }) => budget(query.get('minor') ?? '0')),
    answer(planEndpoints.changeSettings, ({ body }) => body),
    answer(planEndpoints.importStock, () => ({
      matched: 212,
      unknownCodes: ['FB9-X', 'OLD-11'],
      bad: [{ recordNo: 14, reason: 'number-unreadable' }],
    })),
    answer(planEndpoints.readList, () => ({ items: purchaseList(listed), currency: 'PKR' })),
    answer(planEndpoints.putOnList, ({ params, body }) => {
      listed.set(params.item ?? '', body.quantityMilli)
      return {}
    }),
    answer(planEndpoints.clearList, () => {
      listed.clear()
      return {}
    }),
    answer(itemEndpoints.list, ({ query }) => {
      const search = query.get('search')?.toLowerCase() ?? ''
      const found = items.filter((item) => `${item.name} ${item.code}`.toLowerCase().includes(search))
      return { items: state() === 'empty' ? [] : [...found], next: null }
    }),
    answer(itemEndpoints.index, () => ({
      items: items.map(({ id, code, name }): [string, string, string] => [id, code, name]),
    })),
    answer(itemEndpoints.read, ({ params }) => items.find(({ id }) => id === params.item)),
    answer(itemEndpoints.change, ({ params }) => items.find(({ id }) => id === params.item)),
    answer(itemEndpoints.changeSupply, ({ params }) => items.find(({ id }) => id === params.item)),
    answer(importEndpoints.upload, () => imports[0]),
    answer(importEndpoints.list, () => ({ items: state() === 'empty' ? [] : [...imports], next: null })),
    answer(importEndpoints.read, ({ params }) => imports.find(({ id }) => id === params.import)),
    answer(importEndpoints.preview, ({ params, body }) => {
      const found = imports.find(({ id }) => id === params.import)
      return found && preview(found, body.choice)
    }),
    answer(importEndpoints.start, () => imports[1]),
    answer(importEndpoints.cancel, () => imports[5]),
    answer(importEndpoints.listProblems, () => ({ items: [...bad], next: null })),
    answer(importEndpoints.readRules, () => ({ rules: lineRules, changed: lineRules !== rules })),
    answer(importEndpoints.writeRules, ({ body }) => {
      lineRules = body.rules ?? rules
      return { rules: lineRules, changed: body.rules !== null }
    }),
    answer(calendarEndpoints.list, () => ({ items: holidays })),
  ]
  const rest = fakeApi({ ...owner, 'account.read': () => ({ ...(owner['account.read'] as object), ...account() }) })
  return (request) => {
    const url = new URL(request.url, 'http://fake.invalid')
    const found = answers.find(({ endpoint }) => endpoint.method === request.method && paramsIn(endpoint, url.pathname))
    if (!found) return rest(request)
    const params = paramsIn(found.endpoint, url.pathname) ?? {}
    const isJson = found.endpoint.body !== undefined && found.endpoint.body !== 'bytes'
    const body = isJson ? JSON.parse(String(request.payload ?? '{}')) : undefined
    const given = found.give({ params, query: url.searchParams, body })
    return Promise.resolve(given === undefined ? notFound() : reply(found.endpoint.status, given))
  }
}

function outlookIn(state: ShopState): ReplyOf<typeof outlookEndpoints.today> {
  if (state === 'empty') return { state: 'empty', job: null, today: null }
  if (state === 'working') {
    return {
      state: 'working',
      job: { id: fakeId(9, 1), kind: 'outlook', done: 240, total: 400, unit: 'items' },
      today: null,
    }
  }
  if (state === 'ended') return { ...outlook, today: { ...today, booksEnded: true, today: '2011-08-31' } }
  return outlook
}

function paramsIn(endpoint: Endpoint, path: string): Record<string, string> | undefined {
  const pattern = new RegExp(`^${endpoint.path.replaceAll('.', '[.]').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
  const groups = pattern.exec(path)?.groups
  if (!groups && !pattern.test(path)) return undefined
  return Object.fromEntries(Object.entries(groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]))
}

function notFound(): Awaited<ReturnType<Inject>> {
  const code = 'platform.not-found'
  return reply(errorRow(code).status, {
    type: 'about:blank',
    title: `errors.${code}`,
    status: 404,
    code,
    details: {},
    requestId: fakeId(9, 9),
  })
}

function reply(statusCode: number, body: unknown): Awaited<ReturnType<Inject>> {
  return {
    statusCode,
    headers: { 'content-type': 'application/json' },
    rawPayload: new TextEncoder().encode(JSON.stringify(body)),
  }
}
