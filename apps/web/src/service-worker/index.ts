// SPDX-License-Identifier: Apache-2.0
import { version } from '$app/env'
import { self } from '$app/service-worker'
import { accountOf, isAsset, isFace, isPage, mayKeep, stamped } from './rules.ts'

// Three stores: what a build needs (thrown away with it), the Urdu face (kept), the reader's last pages.
const shell = `shell-${version}`
const faces = 'faces-1'
const pages = 'pages-1'
// What the counter sells from; the sales themselves are in a database, which nothing here touches.
const counter = 'counter-1'
const kept = new Set([shell, faces, pages, counter])
const mostPages = 60
const offlinePages = ['/offline?language=en', '/offline?language=ur']

self.addEventListener('install', (event) => {
  event.waitUntil(fillShell().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  const sweep = async () => {
    for (const name of await caches.keys()) if (!kept.has(name)) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(sweep())
})

self.addEventListener('message', (event) => {
  if (event.data === 'forget') event.waitUntil(forget())
  const wanted: unknown = event.data?.keep
  if (typeof wanted === 'string') event.waitUntil(keepNow(new URL(wanted, self.location.origin)))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  // Signing out or in: what was kept belonged to the person before. It is gone before the server hears of it, so that no
  // page of theirs can come up after.
  if (request.method === 'POST' && /^\/(sign-out|sign-in|sign-up)$/.test(url.pathname)) {
    event.respondWith(forgetThen(request))
    return
  }
  if (request.method !== 'GET') return
  if (isFace(url)) event.respondWith(cacheFirst(request, faces))
  else if (isAsset(url)) event.respondWith(cacheFirst(request, shell))
  else if (request.mode === 'navigate' && isPage(url)) event.respondWith(pageOf(request))
})

async function forget(): Promise<void> {
  await Promise.all([caches.delete(pages), caches.delete(counter)])
}

/** A page that must open without a network though it was seen once only, with all it needs. */
async function keepNow(url: URL): Promise<void> {
  if (url.origin !== self.location.origin || !isPage(url)) return
  try {
    const answer = await fetch(url)
    const text = await answer.clone().text()
    await keep(new Request(url), answer)
    const store = await caches.open(shell)
    for (const asset of assetsIn(text)) if (!(await store.match(asset))) await store.add(asset)
  } catch {
    // Kept at the next visit.
  }
}

async function forgetThen(request: Request): Promise<Response> {
  await forget()
  return fetch(request)
}

async function cacheFirst(request: Request, name: string): Promise<Response> {
  const store = await caches.open(name)
  const known = await store.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) await store.put(request, answer.clone())
  return answer
}

/** The page from the server, kept for later; without a network the copy kept last, marked with its time. */
async function pageOf(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request)
    await keep(request, answer.clone())
    return answer
  } catch {
    const store = await caches.open(pages)
    const known = await store.match(request, { ignoreVary: true })
    return known ?? (await offlinePage(request))
  }
}

async function keep(request: Request, answer: Response): Promise<void> {
  const account = accountOf(answer.headers)
  if (account === null) return
  const store = await caches.open(pages)
  const [first] = await store.keys()
  const before = first ? accountOf((await store.match(first, { ignoreVary: true }))?.headers ?? new Headers()) : account
  // Another person on the same phone: nothing of the one before stays.
  if (before !== account) await forget()
  if (!mayKeep(answer)) return
  const fresh = await caches.open(pages)
  await fresh.delete(request, { ignoreVary: true })
  await fresh.put(request, await stamped(answer, new Date().toISOString()))
  const all = await fresh.keys()
  for (const old of all.slice(0, Math.max(0, all.length - mostPages))) await fresh.delete(old, { ignoreVary: true })
}

async function offlinePage(request: Request): Promise<Response> {
  const store = await caches.open(shell)
  const cookie = request.headers.get('accept-language')?.toLowerCase().startsWith('ur') ? 1 : 0
  const known = await store.match(offlinePages[await preferred(cookie)] ?? '', { ignoreVary: true })
  return known ?? Response.error()
}

/** The language of the page kept last, else what the browser asks for. */
async function preferred(asked: number): Promise<number> {
  const store = await caches.open(pages)
  const last = (await store.keys()).at(-1)
  const page = last ? await store.match(last, { ignoreVary: true }) : undefined
  if (!page) return asked
  return (await page.text()).includes('lang="ur" dir="rtl"') ? 1 : 0
}

/** The offline pages and whatever they need. */
async function fillShell(): Promise<void> {
  const store = await caches.open(shell)
  for (const path of offlinePages) {
    const answer = await fetch(path, { cache: 'reload' })
    if (!answer.ok) continue
    const text = await answer.clone().text()
    await store.put(path, answer)
    await store.addAll(assetsIn(text))
  }
}

/** Addresses of the built files that a page needs. */
function assetsIn(text: string): string[] {
  const needed = [...text.matchAll(/(?:href|src)="[^"]*?(\/?_app\/immutable\/[^"]+)"/g)].map((hit) => hit[1] ?? '')
  return needed.map((asset) => (asset.startsWith('/') ? asset : `/${asset}`))
}
