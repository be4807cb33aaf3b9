// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { describeInBrowser, openShop, signUp } from './reader.ts'

describeInBrowser('a file of stock', (open) => {
  it('of a shop with sixty thousand codes is taken, and says which of them no item has', async () => {
    const reader = await open()
    const { page } = reader
    await signUp(reader)
    const shop = await openShop(reader)
    await page.goto(`${shop}/plan/stock`)
    const lines = Array.from({ length: 60_000 }, (_, n) => `CODE-${n},${n}`)
    const buffer = Buffer.from(`Item code,Quantity\n${lines.join('\n')}\n`)
    await page.setInputFiles('input[type=file]', { name: 'stock.csv', mimeType: 'text/csv', buffer })
    await page.click('main form button.filled')
    await page.waitForSelector('main [role=status]')
    expect(await page.textContent('main')).toContain('CODE-0, CODE-1')
  })

  it('as large as that is sent to no other page', async () => {
    const { context } = await open()
    const form = { name: 'x'.repeat(600_000) }
    const answer = await context.request.post('/sign-in', { form })
    expect(answer.status()).toBe(413)
  })
})
