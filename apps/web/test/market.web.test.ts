// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { describeInBrowser, languages, openShop, type Reader, said, signUp, until } from './reader.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const leather = 'invented-football-leather-sialkot'
const ended = 'invented-cotton-harvest'
const compared = `with=${leather}&with=invented-sugar-sialkot&with=invented-rupees-for-a-dollar`

type Cookies = Awaited<ReturnType<Reader['context']['cookies']>>
let guest: { readonly shop: string; readonly cookies: Cookies } | undefined

/** A guest in a sample shop whose market is there: the same one for all tests here, as the shop takes time to fill. */
async function lookAround(reader: Reader): Promise<string> {
  const { page, context } = reader
  if (guest) {
    await context.addCookies(guest.cookies)
    return guest.shop
  }
  await page.goto('/')
  await page.click('form[action*="look"] button')
  await page.waitForURL(/\/today$/)
  const shop = new URL(page.url()).pathname.replace('/today', '')
  await until(reader, `${shop}/market`, `#series a[href$="${leather}"] .spark`)
  guest = { shop, cookies: await context.cookies() }
  return shop
}

describeInBrowser('the market', (open) => {
  it('can be read in both languages, light and dark, without stumbling', async () => {
    const reader = await open()
    const { page } = reader
    const shop = await lookAround(reader)
    await page.goto(`${shop}/market/${leather}`)
    await page.click('form[action="?/watch"] button')
    await page.waitForSelector('form[action="?/unwatch"] button')
    const paths = ['', `/${leather}`, `/${ended}`, '/compare', `/compare?measure=real&currency=USD&${compared}`, '/why']
    const found: string[] = []
    // English last: what a guest chose stays chosen for the tests below.
    for (const language of languages.toReversed()) {
      await page.goto(`${shop}/more`)
      const button = page.locator(`button[name=language][value=${language}]`)
      if ((await button.count()) > 0) await button.click()
      await page.waitForSelector(`html[lang=${language}]`)
      for (const path of paths) {
        const answer = await page.goto(`${shop}/market${path}`)
        if (answer?.status() !== 200) found.push(`${path} ${language}: ${answer?.status()}`)
        const main = (await page.textContent('main')) ?? ''
        if (/\{\w+\}|NaN|undefined/.test(main)) found.push(`${path} ${language}: a hole in the words`)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          for (const fault of await violations(reader)) found.push(`${path} ${language} ${colorScheme}: ${fault}`)
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (wide > 0) found.push(`${path} ${language}: ${wide} px wider than the screen`)
      }
    }
    expect(found).toEqual([])
    expect(reader.complaints).toEqual([])
  })

  it('is reached from Trends, searched, watched and compared without script', async () => {
    const reader = await open({ script: false })
    const { page } = reader
    const shop = await lookAround(reader)
    await page.goto(`${shop}/trends`)
    await page.click(`a[href="${shop}/market"]`)
    await page.fill('input[type=search]', 'diesel')
    await page.click('form.search button')
    expect(await page.locator('#series li').count()).toBe(1)
    await page.click('#series a')
    expect(await page.textContent('main')).toContain(said('en', 'market.invented'))
    expect(await page.locator('figure.chart path.next').count()).toBe(1)
    await page.click('form[action="?/watch"] button')
    await page.goto(`${shop}/market`)
    const diesel = '#watched li:has(a[href$="invented-diesel-sialkot"])'
    expect(await page.locator(diesel).count()).toBe(1)
    await page.click(`${diesel} a`)
    await page.click('form[action="?/unwatch"] button')
    await page.goto(`${shop}/market`)
    expect(await page.locator(diesel).count()).toBe(0)
    // Rates stand behind their chip.
    expect(await page.locator('#series a[href$="invented-rupees-for-a-dollar"]').count()).toBe(0)
    await page.click('a[href$="kind=rate"] >> nth=0')
    expect(await page.locator('#series a[href$="invented-rupees-for-a-dollar"]').count()).toBe(1)
    await page.goto(`${shop}/market/compare?with=${leather}`)
    await page.click('#others a >> nth=0')
    expect(await page.locator('.chart .one-of-six').count()).toBe(2)
    await page.goto(`${shop}/market/${ended}`)
    expect(await page.textContent('main')).toContain(said('en', 'market.ended').split('{day}')[1])
  })

  it('gives figures and pictures as files', async () => {
    const reader = await open()
    const { page } = reader
    const shop = await lookAround(reader)
    const get = async (path: string) => {
      const answer = await page.request.get(path)
      return { status: answer.status(), type: answer.headers()['content-type'], body: await answer.body() }
    }
    for (const base of [`${shop}/market/${leather}/`, `${shop}/market/compare/`]) {
      const query = base.includes('compare') ? `?${compared}` : ''
      const csv = await get(`${base}data.csv${query}`)
      expect([csv.status, csv.body.toString().split('\r\n').length > 40]).toEqual([200, true])
      const svg = await get(`${base}chart.svg${query}`)
      expect([svg.type, svg.body.toString().startsWith('<svg'), /NaN|currentColor/.test(svg.body.toString())]).toEqual([
        'image/svg+xml',
        true,
        false,
      ])
      const png = await get(`${base}chart.png${query}`)
      expect([png.type, png.body.subarray(1, 4).toString(), png.body.readUInt32BE(16)]).toEqual([
        'image/png',
        'PNG',
        1920,
      ])
    }
  })

  it('shows a shop of one’s own nothing that is invented, and says what will be here', async () => {
    const reader = await open()
    await signUp(reader)
    const shop = await openShop(reader)
    await reader.page.goto(`${shop}/market`)
    expect(await reader.page.textContent('main')).toContain(said('en', 'market.empty.title'))
    expect((await reader.page.goto(`${shop}/market/${leather}`))?.status()).toBe(404)
  })
})

async function violations({ page }: Reader): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const { violations: found } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: { id: string; nodes: { html: string }[] }[]
  }
  return found.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
