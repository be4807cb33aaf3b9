// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { describeInBrowser, openShop, type Reader, said, signUp } from './reader.ts'

describeInBrowser('without a network', (open) => {
  it('a page that was visited opens, marked with the time it was kept; another says there is no network', async () => {
    const { reader, shop } = await visited(await open())
    const { page, context } = reader
    await context.setOffline(true)
    await page.goto(`${shop}/today`)
    expect(await page.textContent('main')).toContain(said('en', 'today.empty.title'))
    expect(await page.getAttribute('html', 'data-saved-at')).toMatch(/^\d{4}-\d\d-\d\dT/)
    await page.waitForSelector('[data-offline]:not([hidden]) [data-saved-when]:not(:empty)')
    await page.goto(`${shop}/calendar`)
    expect(await page.textContent('main')).toContain(said('en', 'offline.text'))
  })

  it('nothing of a person can be read after they signed out', async () => {
    const { reader, shop } = await visited(await open())
    const { page, context } = reader
    await page.goto('/businesses')
    await page.click('form[action="/sign-out"] button')
    await page.waitForURL((url) => url.pathname === '/')
    await context.setOffline(true)
    for (const path of [`${shop}/today`, '/businesses']) {
      await page.goto(path)
      expect(await page.textContent('body'), path).not.toContain('Butt Sports')
      expect(await page.textContent('main'), path).toContain(said('en', 'offline.text'))
    }
  })
})

/** Someone who has seen Today twice: the second time through the service worker, which keeps it. */
async function visited(reader: Reader): Promise<{ reader: Reader; shop: string }> {
  await signUp(reader)
  const shop = await openShop(reader)
  await reader.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await reader.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await reader.page.goto(`${shop}/today`)
  await reader.page.goto('/businesses')
  await reader.page.waitForLoadState('networkidle')
  return { reader, shop }
}
