// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { describeInBrowser, languages, openShop, said, signUp } from './reader.ts'
import { stumblesOn } from './walk.ts'

describeInBrowser('a sale, from the quote to the money', (open) => {
  for (const language of languages) {
    it(`is done on a phone in ${language === 'ur' ? 'Urdu' : 'English'} without script`, async () => {
      const reader = await open({ language, script: false })
      const { page, complaints } = reader
      await signUp(reader)
      const shop = await openShop(reader)
      await page.goto(`${shop}/sell/new?kind=quote`)
      await page.fill('#party', 'Bilal Traders')
      await page.fill('[name=item-1]', 'Repair of seams')
      await page.fill('[name=quantity-1]', '12')
      await page.fill('[name=price-1]', '250')
      await page.click('form.card button.filled')
      await page.waitForURL(/sell\/[0-9a-f-]{36}/)
      expect(await page.textContent('main')).toContain(said(language, 'paper.number.none'))
      for (const action of ['send', 'accept', 'order', 'invoice', 'issue']) {
        await page.click(`form:has(input[name=action][value=${action}]) button.filled`)
        await page.waitForSelector(`form:has(input[name=action][value=${action}])`, { state: 'detached' })
      }
      await page.waitForSelector('form[action*="pay"] button.filled')
      expect(await page.textContent('h1')).toContain('INV-')
      await page.click('form[action*="pay"] button.filled')
      await page.waitForSelector('form[action*="undo"]')
      expect(await page.textContent('main')).toContain(said(language, 'paper.state.settled'))
      const invoice = page.url().replace(/\?.*/, '')
      const paper = await page.request.get(`${invoice}/paper.pdf`)
      expect([paper.status(), (await paper.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
      expect(complaints).toEqual([])
    })
  }

  it('has pages that fit a phone, read aloud well and say everything in both languages', async () => {
    const reader = await open({ language: 'en', script: true })
    const { page } = reader
    await signUp(reader)
    const shop = await openShop(reader)
    await page.goto(`${shop}/sell/new?kind=invoice`)
    await page.fill('#party', 'Bilal Traders')
    await page.fill('[name=item-1]', 'Repair of seams')
    await page.fill('[name=price-1]', '250')
    await page.click('form.card button.filled')
    await page.waitForURL(/sell\/[0-9a-f-]{36}/)
    await page.click('form:has(input[value=issue]) button.filled')
    await page.waitForURL(/done/)
    const invoice = page.url().replace(/\?.*/, '')
    const party = await page.getAttribute('main a[href*="/parties/"]', 'href')
    const paths = ['sell', 'sell/new?kind=quote', 'sell/list?kind=invoice', 'sell/owed', 'parties', 'parties/new']
    const all = [...paths.map((path) => `${shop}/${path}`), new URL(invoice).pathname, party ?? '']
    expect(await stumblesOn(reader, `${shop}/more/settings`, all)).toEqual([])
  })
})
