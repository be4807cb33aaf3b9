// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { describeInBrowser, languages, openShop, said, sampleShop, signUp } from './reader.ts'
import { stumblesOn } from './walk.ts'

const ask = (question: string) => `/ask?${new URLSearchParams({ q: question })}`
const paths = [
  ...['/sell', '/sell/9506', '/sell/0101', '/sell?subject=category&key=Training+aids&find=s', '/moves', '/ask'],
  ...[
    ask('chamre ki qeemat agle maheene?'),
    ask('compare leather and diesel'),
    ask('hello'),
    ask('why did my sales fall'),
  ],
]
const lookAround = sampleShop(['/today', '.task'], ['/market/sell', '#heading-9506 a'], ['/market', '#watched li'])

describeInBrowser('selling and asking', (open) => {
  it('can be read in both languages, light and dark, without stumbling', async () => {
    const reader = await open()
    const shop = await lookAround(reader)
    const pages = paths.map((path) => `${shop}/market${path}`)
    expect(await stumblesOn(reader, `${shop}/more`, pages)).toEqual([])
    expect(reader.complaints).toEqual([])
  })

  it('is at most 20 kB a page with its style and script', async () => {
    const reader = await open()
    const { context, page } = reader
    const shop = await lookAround(reader)
    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.setBypassServiceWorker', { bypass: true })
    const heavy: string[] = []
    for (const path of paths) {
      await network.send('Network.clearBrowserCache')
      let bytes = 0
      const own = new Set<string>()
      network.on('Network.requestWillBeSent', ({ requestId, type }) => {
        if (['Document', 'Stylesheet', 'Script'].includes(type ?? '')) own.add(requestId)
      })
      const count = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
        if (own.has(requestId)) bytes += encodedDataLength
      }
      network.on('Network.loadingFinished', count)
      await page.goto(`${shop}/market${path}`, { waitUntil: 'networkidle' })
      network.off('Network.loadingFinished', count)
      if (bytes === 0 || bytes > 20_000) heavy.push(`${path}: ${bytes} bytes`)
    }
    expect(heavy).toEqual([])
  })

  it('asks, gives goods a heading by digits or by words, and takes it back, without script', async () => {
    const reader = await open({ script: false })
    const { page } = reader
    const shop = await lookAround(reader)
    await page.goto(`${shop}/market`)
    await page.fill('#question', 'which of my items fall')
    await page.click('form[action$="/market/ask"] button')
    expect(await page.textContent('#answer h2')).toBe(said('en', 'ask.items.falling'))
    expect(await page.locator('#answer li').count()).toBeGreaterThan(3)

    await page.goto(`${shop}/market/sell`)
    const aids = '#open li[data-find="Training aids"]'
    await page.click(`${aids} summary`)
    await page.fill(`${aids} input[name=heading]`, 'sports')
    await page.click(`${aids} form button`)
    await page.click('#found form button >> nth=0')
    expect(await page.textContent('#heading-9506')).toContain('Training aids')
    await page.goto(`${shop}/market/sell`)
    const bags = '#open li[data-find="Bags and fitness"]'
    await page.click(`${bags} summary`)
    await page.fill(`${bags} input[name=heading]`, '۴۲۰۲.92')
    await page.click(`${bags} form button`)
    expect(await page.textContent('#heading-4202')).toContain(said('en', 'sell.noTrade'))
    await page.click(`a[href="${shop}/market/sell/9506"]`)
    expect(await page.locator('#countries > ul > li').count()).toBe(12)
  })

  it('gives one page to print of a series and of where to sell, in either language', async () => {
    const reader = await open()
    const { page } = reader
    const shop = await lookAround(reader)
    for (const path of ['invented-football-leather-sialkot', 'sell/9506']) {
      for (const language of languages) {
        const answer = await page.request.get(`${shop}/market/${path}/brief.pdf?language=${language}`)
        expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
        const text = (await answer.body()).toString('latin1')
        expect(text.startsWith('%PDF-')).toBe(true)
        expect(text.match(/\/Type\s*\/Page(?![s\w])/g)).toHaveLength(1)
      }
    }
    expect((await page.request.get(`${shop}/market/sell/0101/brief.pdf`)).status()).toBe(404)
  })

  it('tells a shop of one’s own what will be here', async () => {
    const reader = await open()
    await signUp(reader)
    const shop = await openShop(reader)
    await reader.page.goto(`${shop}/market/sell`)
    expect(await reader.page.textContent('main')).toContain(said('en', 'sell.empty.title'))
    await reader.page.goto(`${shop}/market/moves`)
    expect(await reader.page.textContent('main')).toContain(said('en', 'moves.declined.no-sales'))
    await reader.page.goto(`${shop}/market${ask('price of rice')}`)
    expect(await reader.page.textContent('main')).toContain(said('en', 'ask.noSeries'))
  })
})
