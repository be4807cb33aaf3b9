// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { smallLedger } from './ledger.ts'
import { describeInBrowser, languages, openShop, type Reader, said, shopWithBooks, signUp } from './reader.ts'

const pictures = process.env.RESHAM_PICTURES
/** For who looks: pictures go where the environment says, or nowhere. */
async function picture({ page, language }: Reader, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}-${language}.png`), fullPage: true })
}

const texts = {
  en: '10 dozen football size 5 by tomorrow\n5 umbrellas',
  ur: 'فٹبال سائز پانچ دس درجن کل تک\n۵ چھتریاں',
}

describeInBrowser('a pasted order', (open) => {
  it.each(languages)('is read, asked about, and becomes a draft (%s)', async (language) => {
    const reader = await open({ language })
    const { page, complaints } = reader
    const shop = await shopWithBooks(reader, smallLedger())
    await page.goto(`${shop}/paste`)
    await page.fill('#text', texts[language])
    await page.click('main form button.filled')
    await page.waitForSelector('[name=quantity-1]')
    expect(await page.inputValue('[name=quantity-1]')).toBe('120')
    expect(await page.textContent('[name=item-1] option:checked')).toContain('Football Size 5')
    expect(await page.textContent('main')).toContain(said(language, 'paste.title'))
    await page.click('main form button.filled')
    // The umbrella is nothing of the shop's: it is asked until it is left out.
    await page.waitForSelector('[role=alert]')
    await page.selectOption('[name=item-2]', 'leave')
    await page.fill('[name=price-1]', '14500')
    await page.click('main form button.filled')
    await page.waitForSelector('fieldset [role=alert]')
    await page.fill('[name=price-1]', '1450')
    await page.click('main form button.filled')
    if (!/\/sell\//.test(page.url())) await page.waitForURL(/\/sell\/|\/paste/)
    while (!/\/sell\//.test(page.url())) await page.click('main form button.filled')
    await page.waitForURL(/\/sell\/[0-9a-f-]{36}/)
    expect(await page.textContent('main')).toContain('Football Size 5')
    expect(complaints).toEqual([])
  })

  it.each(languages)('a quote that looks wrong is asked about and saved with one tap more (%s)', async (language) => {
    const reader = await open({ language, script: false })
    const { page, complaints } = reader
    const shop = await shopWithBooks(reader, smallLedger())
    await page.goto(`${shop}/sell/new?kind=quote`)
    await page.fill('#party', 'Bilal Traders')
    await page.fill('[name=item-2]', 'Football Size 5')
    await page.fill('[name=price-2]', '14500')
    await page.click('form.card button.filled')
    const doubt = await page.textContent('fieldset:has([name=item-2]) [role=alert]')
    expect(doubt).not.toBe('')
    expect(await page.textContent('form.card button.filled')).toContain(said(language, 'deal.new.saveAnyway'))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await picture(reader, 'sell-doubt')
    await page.click('form.card button.filled')
    await page.waitForURL(/\/sell\/[0-9a-f-]{36}/)
    expect(complaints).toEqual([])
  })

  it.each(languages)('an item without a category is put into one with one tap (%s)', async (language) => {
    const reader = await open({ language, script: false })
    const { page, complaints } = reader
    await signUp(reader)
    const shop = await openShop(reader)
    const { origin } = new URL(page.url())
    const anItem = async (name: string, category?: string) => {
      const data = { name, ...(category === undefined ? {} : { category }) }
      const made = await page.request.post(`${origin}/api/v1/businesses${shop}/items`, { data, headers: { origin } })
      return (await made.json()).id
    }
    for (const name of ['Match football', 'Training football', 'Beach football']) await anItem(name, 'Balls')
    for (const name of ['Winter gloves', 'Keeper gloves', 'Batting gloves']) await anItem(name, 'Gloves')
    await page.goto(`${shop}/items/${await anItem('Football of leather')}`)
    expect(await page.textContent('form[action*="category"]')).toContain('Balls')
    await picture(reader, 'item-category')
    await page.click('form[action*="category"] button')
    await page.waitForURL(/saved/)
    expect(await page.locator('form[action*="category"]').count()).toBe(0)
    expect(await page.inputValue('[name=category]')).toBe('Balls')
    expect(complaints).toEqual([])
  })
})
