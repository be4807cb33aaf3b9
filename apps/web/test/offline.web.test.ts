// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, inject, it } from 'vitest'
import { type Door, openDoor } from '../../server/test/door.ts'
import { describeInBrowser, openShop, type Reader, said, signUp } from './reader.ts'

// The network is a door of the test's own that is shut: a browser told to play "offline" may forget to tell a service
// worker that starts a moment later.
let door: Door | undefined
afterEach(async () => {
  await door?.close()
  door = undefined
})

describeInBrowser('without a network', (open) => {
  /** Someone who has seen Today twice: the second time through the service worker, which keeps it. */
  async function visited(): Promise<{ page: Reader['page']; shop: string; cut: () => Promise<void> }> {
    const way = await openDoor(() => Number(new URL(inject('platformUrl')).port))
    door = way
    const reader = await open({ at: `http://localhost:${way.port}` })
    const { page } = reader
    await signUp(reader)
    const shop = await openShop(reader)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await page.goto(`${shop}/today`)
    await page.goto('/businesses')
    await page.waitForLoadState('networkidle')
    return { page, shop, cut: () => way.close() }
  }

  it('a page that was visited opens, marked with the time it was kept; another says there is no network', async () => {
    const { page, shop, cut } = await visited()
    await cut()
    await page.goto(`${shop}/today`)
    expect(await page.textContent('main')).toContain(said('en', 'today.empty.title'))
    expect(await page.getAttribute('html', 'data-saved-at')).toMatch(/^\d{4}-\d\d-\d\dT/)
    await page.waitForSelector('[data-offline]:not([hidden]) [data-saved-when]:not(:empty)')
    await page.goto(`${shop}/calendar`)
    expect(await page.textContent('main')).toContain(said('en', 'offline.text'))
  })

  it('nothing of a person can be read after they signed out', async () => {
    const { page, shop, cut } = await visited()
    await page.goto('/businesses')
    await page.click('form[action="/sign-out"] button')
    await page.waitForURL((url) => url.pathname === '/')
    await cut()
    for (const path of [`${shop}/today`, '/businesses']) {
      await page.goto(path)
      expect(await page.textContent('body'), path).not.toContain('Butt Sports')
      expect(await page.textContent('main'), path).toContain(said('en', 'offline.text'))
    }
  })
})
