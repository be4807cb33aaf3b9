// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { describeInBrowser, languages, openShop, said, signUp, until } from './reader.ts'

const days = Array.from({ length: 30 }, (_, n) => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10))
const sales = `invoice,date,item,quantity,price\n${days.map((day, n) => `${n},${day},Football,2,900`).join('\n')}\n`

describeInBrowser('stock on a phone', (open) => {
  it.each(languages)('is counted, corrected and looked at in %s', { timeout: 120_000 }, async (language) => {
    const reader = await open({ language })
    const { page, complaints } = reader
    await signUp(reader)
    const shop = await openShop(reader)
    await page.goto(`${shop}/imports/new`)
    await page.setInputFiles('input[type=file]', { name: 's.csv', mimeType: 'text/csv', buffer: Buffer.from(sales) })
    await page.click('form[data-upload] button.filled')
    await page.waitForURL(/imports\/[0-9a-f-]{36}/)
    await page.click('button[form=reading]')
    await until(reader, `${shop}/items`, '#items a')

    await page.goto(`${shop}/stock/counts`)
    await page.click('form[action*="start"] button.filled')
    await page.waitForURL(/counts\/[0-9a-f-]{36}/)
    await page.fill('#what', 'foot')
    await page.fill('#quantity', '۲۴')
    await page.click('form[action*="enter"] button.filled')
    await page.waitForSelector('#last')
    await page.click('a[href$="/review"]')
    await page.waitForURL('**/review')
    await page.click('form[action*="post"] button.filled')
    await page.waitForURL('**ended=posted')
    expect(await page.textContent('main [role=status]')).toContain(said(language, 'count.posted'))

    await page.goto(`${shop}/stock`)
    await page.click('#stock a')
    await page.waitForURL(/stock\/[0-9a-f-]{36}/)
    await page.click('details summary')
    await page.fill('#adjust-quantity', '30')
    await page.click('form[action*="adjust"] button')
    await page.waitForSelector('.summary-errors')
    expect(await page.inputValue('#adjust-quantity')).toBe('30')
    await page.fill('#adjust-quantity', '4')
    await page.click('form[action*="adjust"] button')
    await page.waitForURL('**saved')
    expect(await page.textContent('.figure .value')).toContain('20')
    expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
  })
})
