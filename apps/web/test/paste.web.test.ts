// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { smallLedger } from './ledger.ts'
import { describeInBrowser, languages, said, shopWithBooks } from './reader.ts'

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
})
