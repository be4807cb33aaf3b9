// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { describeInBrowser, openShop, said, sampleShop, signUp } from './reader.ts'
import { stumblesOn } from './walk.ts'

const leather = 'invented-football-leather-sialkot'
const ended = 'invented-cotton-harvest'
const compared = `with=${leather}&with=invented-sugar-sialkot&with=invented-rupees-for-a-dollar`
const lookAround = sampleShop(['/market', `#series a[href$="${leather}"] .spark`])

describeInBrowser('the market', (open) => {
  it('can be read in both languages, light and dark, without stumbling', async () => {
    const reader = await open()
    const { page } = reader
    const shop = await lookAround(reader)
    await page.goto(`${shop}/market/${leather}`)
    await page.click('form[action="?/watch"] button')
    await page.waitForSelector('form[action="?/unwatch"] button')
    const paths = ['', `/${leather}`, `/${ended}`, '/compare', `/compare?measure=real&currency=USD&${compared}`, '/why']
    const pages = paths.map((path) => `${shop}/market${path}`)
    expect(await stumblesOn(reader, `${shop}/more`, pages)).toEqual([])
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
