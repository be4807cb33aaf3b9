// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { describeInBrowser, said, until } from './reader.ts'

describeInBrowser('a guest', (open) => {
  it('looks around a sample shop that says on every page that it is invented', async () => {
    const reader = await open()
    const { page, complaints } = reader
    await page.goto('/')
    await page.click('form[action*="look"] button')
    await page.waitForURL(/\/today$/)
    const shop = new URL(page.url()).pathname.replace('/today', '')
    await until(reader, `${shop}/today`, '.task')
    for (const place of ['today', 'trends', 'plan', 'items', 'calendar', 'more']) {
      await page.goto(`${shop}/${place}`)
      expect(await page.textContent('main'), place).toContain(said('en', 'sample.banner'))
    }
    expect(complaints).toEqual([])
  })

  it('stays on the page when the language changes, and back again', async () => {
    const { page } = await open()
    await page.goto('/sign-in?next=%2Faccount')
    for (const [language, direction] of [
      ['ur', 'rtl'],
      ['en', 'ltr'],
    ] as const) {
      await page.click(`button[name=language][value=${language}]`)
      await page.waitForSelector(`html[lang=${language}][dir=${direction}]`)
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/sign-in?next=%2Faccount')
      expect(await page.textContent('h1')).toContain(said(language, 'signIn.title'))
    }
  })
})
