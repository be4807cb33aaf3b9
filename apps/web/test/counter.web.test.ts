// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, it } from 'vitest'
import { type Door, openDoor } from '../../server/test/door.ts'
import { smallLedger } from './ledger.ts'
import { describeInBrowser, languages, type Reader, said, shopWithBooks } from './reader.ts'

let door: Door | undefined
afterEach(async () => {
  await door?.close()
  door = undefined
})

const platformPort = () => Number(new URL(inject('platformUrl')).port)

describeInBrowser('the counter', (open) => {
  /** A shop with books, its counter seen once, so that the phone keeps it; the way to the server can be cut. */
  async function atCounter(phone: { language?: 'en' | 'ur' } = {}) {
    const way = await openDoor(platformPort)
    door = way
    const reader = await open({ ...phone, at: `http://localhost:${way.port}` })
    const shop = await shopWithBooks(reader, smallLedger())
    const { page } = reader
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await page.goto(`${shop}/counter`)
    await page.waitForSelector('[data-counter]:not([hidden])')
    await page.waitForFunction(async (path) => {
      const kept = await caches.open('pages-1')
      return (await kept.keys()).some(({ url }) => new URL(url).pathname === path)
    }, `${shop}/counter`)
    return { reader, page, shop, way }
  }

  /** Sells one of the first item whose name holds the letters. */
  async function sellOne(page: Reader['page'], letters: string): Promise<void> {
    await page.fill('[data-find]', letters)
    await page.click('[data-hits] [data-take]')
    await page.fill('[data-basket] [data-price]', '450')
    await page.press('[data-basket] [data-price]', 'Tab')
    await page.click('[data-sell]:not([disabled])')
    await page.waitForSelector('[data-done]:not([hidden])')
  }

  const salesOf = (page: Reader['page'], shop: string) =>
    page.evaluate(async (path) => {
      const answer = await fetch(path)
      return (await answer.json()).sales as { state: string; number: string }[]
    }, `/api/v1/businesses${shop}/counter/sales`)

  it('sells without a network, in a tab that is closed, and hands in exactly one sale when there is one again', async () => {
    const { reader, page, shop, way } = await atCounter()
    await way.close()
    await page.goto(`${shop}/counter`)
    await page.waitForSelector('[data-counter]:not([hidden])')
    await sellOne(page, 'ball')
    await page.waitForSelector('[data-status][data-unsent="1"]')
    await page.close()

    const again = await openDoor(platformPort, way.port)
    door = again
    const later = await reader.context.newPage()
    await later.goto(`${shop}/counter`)
    await later.waitForSelector('[data-status][data-unsent="0"]')
    // What another tab, or an answer that was lost, would do: the same sale once more.
    await later.reload()
    await later.waitForSelector('[data-status][data-unsent="0"]')
    const sales = await salesOf(later, shop)
    expect(sales.map(({ state }) => state)).toEqual(['sold'])
    expect(reader.complaints.filter((text) => !/Failed to load resource|ERR_/.test(text))).toEqual([])
  })

  it('an answer that is lost on the way costs another sending, and no second sale', async () => {
    const { page, shop } = await atCounter()
    let lost = 0
    await page.route('**/counter/sales', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort('connectionreset')
    })
    await sellOne(page, 'ball')
    await page.waitForFunction(() => document.querySelector('[data-status][data-unsent="1"]'))
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.waitForSelector('[data-status][data-unsent="0"]')
    expect(lost).toBe(1)
    expect((await salesOf(page, shop)).map(({ state }) => state)).toEqual(['sold'])
  })

  it.each(languages)('sells by the plain form where no script arrives (%s)', async (language) => {
    const reader = await open({ language, script: true })
    const shop = await shopWithBooks(reader, smallLedger())
    const cookies = await reader.context.cookies()
    const plain = await open({ language, script: false })
    await plain.context.addCookies(cookies)
    await plain.page.goto(`${shop}/counter`)
    await plain.page.fill('[name=item-1]', 'nothing of that name')
    await plain.page.click('[data-counter-plain] button.filled')
    expect(await plain.page.textContent('[role=alert]')).toContain('nothing of that name')
    const code = await reader.page.evaluate(async (path) => {
      const answer = await fetch(path)
      return (await answer.json()).items[0][1] as string
    }, `/api/v1/businesses${shop}/counter/catalogue`)
    await plain.page.fill('[name=item-1]', code)
    await plain.page.fill('[name=price-1]', '450')
    await plain.page.click('[data-counter-plain] button.filled')
    await plain.page.waitForSelector('.banner.good')
    await plain.page.goto(`${shop}/counter/sales`)
    expect(await plain.page.textContent('main')).toContain(said(language, 'counter.sales'))
    expect(plain.complaints.filter((text) => !/422/.test(text))).toEqual([])
  })
})
