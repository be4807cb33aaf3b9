// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { smallLedger } from './ledger.ts'
import { describeInBrowser, type Reader, shopWithBooks } from './reader.ts'

type Sent = { readonly kind: string; readonly bytes: number; readonly url: string; readonly at: number }

describeInBrowser('the weight of a page', (open) => {
  it('is at most 20 kB with its style and script, and 60 kB on a first visit, without the Urdu face', async () => {
    const reader = await open()
    const shop = await shopWithBooks(reader, smallLedger())
    const heavy: string[] = []
    for (const path of ['today', 'trends', 'plan', 'items', 'imports/new', 'calendar', 'more', 'purchase-list']) {
      const sent = await transferred(reader, `${shop}/${path}`)
      const own = sum(sent.filter(({ kind }) => ['Document', 'Stylesheet', 'Script'].includes(kind)))
      const all = sum(sent.filter(({ url }) => !isFace(url)))
      if (own === 0 || own > 20_000) heavy.push(`${path}: ${own} bytes`)
      if (all > 60_000) heavy.push(`${path}, first visit: ${all} bytes`)
    }
    expect(heavy).toEqual([])
  })

  it('lets the Urdu face come after the first paint, at most 160 kB, and only to who reads Urdu', async () => {
    const urdu = await open({ language: 'ur' })
    const sent = await transferred(urdu, '/')
    const painted = await urdu.page.evaluate(
      () => performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity),
    )
    // A machine with a Nastaliq of its own fetches none.
    for (const { at, url } of sent) if (isFace(url)) expect(at * 1000).toBeGreaterThan(painted)
    const sheet = (await urdu.page.getAttribute('script[data-face]', 'data-face')) ?? ''
    const style = await (await urdu.context.request.get(new URL(sheet, urdu.page.url()).href)).text()
    const files = [...style.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(
      ([, file]) => new URL(file ?? '', new URL(sheet, urdu.page.url())).href,
    )
    expect(files.length).toBeGreaterThan(0)
    let bytes = 0
    for (const file of new Set(files)) bytes += (await (await urdu.context.request.get(file)).body()).length
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThanOrEqual(160_000)
    const english = await open()
    expect((await transferred(english, '/')).filter(({ url }) => isFace(url))).toEqual([])
  })
})

const isFace = (url: string) => url.endsWith('.woff2')
const sum = (sent: readonly Sent[]) => sent.reduce((total, { bytes }) => total + bytes, 0)

/** Everything that comes over the network for a page opened with an empty cache; `at` is when it was asked for, in seconds. */
async function transferred({ context, page }: Reader, path: string): Promise<Sent[]> {
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setBypassServiceWorker', { bypass: true })
  await network.send('Network.clearBrowserCache')
  const asked = new Map<string, { kind: string; url: string; at: number }>()
  const sent: Sent[] = []
  network.on('Network.requestWillBeSent', ({ requestId, type, request, wallTime }) => {
    asked.set(requestId, { kind: type ?? '', url: request.url, at: wallTime })
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const known = asked.get(requestId)
    if (known) sent.push({ ...known, bytes: encodedDataLength })
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  await network.detach()
  return sent
}
