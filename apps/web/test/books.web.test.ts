// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeInBrowser, languages, openShop, type Reader, said, signUp } from './reader.ts'

const pictures = process.env.RESHAM_PICTURES
/** For who looks: pictures go where the environment says, or nowhere. */
async function picture({ page, language }: Reader, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}-${language}.png`), fullPage: true })
}

async function write(reader: Reader, shop: string, entry: Record<string, string>): Promise<void> {
  const { page } = reader
  await page.goto(`${shop}/books/write`)
  for (const [name, value] of Object.entries(entry)) {
    if (name === 'to' || name === 'from') await page.selectOption(`[name=${name}]`, value)
    else await page.fill(`[name=${name}]`, value)
  }
  await page.click('main form button.filled')
  await page.waitForSelector('main [role=status]')
}

const width = ({ page }: Reader) => page.evaluate(() => document.documentElement.scrollWidth)

describeInBrowser('the books', (open) => {
  for (const language of languages) {
    it(`without a script in ${language}: from the first entry to a closed month, nothing wider than the phone`, async () => {
      const reader = await open({ language, script: false })
      const { page } = reader
      await signUp(reader)
      const shop = await openShop(reader)
      await page.goto(`${shop}/books`)
      await picture(reader, 'empty')
      await write(reader, shop, { amount: '5 lakh', to: '1010', from: '3010', day: '2026-09-28', memo: 'Capital' })
      await write(reader, shop, { amount: '45,000', to: '6020', from: '1010', day: '2026-10-03' })
      await write(reader, shop, {
        amount: '1,20,000',
        to: '1020',
        from: '4010',
        day: '2026-10-09',
        memo: 'Bright Sport',
      })
      await page.goto(`${shop}/books?month=2026-10`)
      expect(await page.textContent('main')).toContain('75,000')
      expect(await width(reader)).toBe(360)
      await picture(reader, 'books')
      await page.goto(`${shop}/books/trial-balance?month=2026-10`)
      expect(await page.locator('.banner.good').count()).toBe(1)
      await picture(reader, 'trial-balance')
      expect(await width(reader)).toBe(360)
      await page.click('main .rows a.row')
      await page.waitForURL(/books\/1010/)
      expect(await page.textContent('main')).toContain('4,55,000')
      await page.click('details summary')
      await picture(reader, 'account')
      const file = await page.request.get(`${shop}/books/trial-balance.csv?month=2026-10`)
      expect(await file.text()).toContain('1010,Cash,نقد,asset,500000.00,0.00,45000.00,455000.00,PKR')

      await page.goto(`${shop}/books/close`)
      await picture(reader, 'close')
      await page.click('main form button.filled')
      await page.waitForSelector('main [role=status]')
      await page.goto(`${shop}/books/write`)
      await page.fill('[name=amount]', '10')
      await page.fill('[name=day]', '2026-09-02')
      await page.click('main form button.filled')
      await page.waitForSelector('main [role=alert]')
      await picture(reader, 'closed')
      expect(await page.textContent('main [role=alert]')).toContain('2026-09')
      expect(await page.inputValue('[name=amount]')).toBe('10')
      // Closed until September: it opens again with a reason.
      await page.goto(`${shop}/books/close`)
      await page.click('details summary')
      await page.fill('[name=reason]', 'A bill came late')
      await page.click('details button')
      await page.waitForSelector('main [role=status]')
      expect(await page.textContent('main [role=status]')).toContain(said(language, 'books.open.done'))
      // The browser names the one refusal that was meant.
      expect(reader.complaints.filter((one) => !/409 \(Conflict\)/.test(one))).toEqual([])
    })

    it(`rates in ${language}: one by hand, a bank’s table, and what it says of bad lines`, async () => {
      const reader = await open({ language })
      const { page } = reader
      await signUp(reader)
      const shop = await openShop(reader)
      await page.goto(`${shop}/rates`)
      await picture(reader, 'rates-empty')
      await page.fill('[name=currency]', 'usd')
      await page.fill('[name=rate]', language === 'ur' ? '۲۸۱٫۵' : '281.5')
      await page.fill('[name=day]', '2026-11-20')
      await page.fill('[name=reason]', 'Habib Bank, Sialkot')
      await page.click('form[action="?/type"] button')
      await page.waitForSelector('main [role=status]')
      const table = 'Date: 20-Nov-26\nCurrency,Buying,Selling\nUSD,280,281\nEUR,300,301\nSAR,74.6,75\nRiyals,1,2\n'
      await page.setInputFiles('input[type=file]', {
        name: 'rates.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(table),
      })
      await page.click('form[action="?/file"] button:last-of-type')
      await page.waitForSelector('main p[role=status]')
      await picture(reader, 'rates')
      expect(await width(reader)).toBe(360)
      const text = await page.textContent('main')
      expect(text).toContain('281.5 PKR')
      expect(text).toContain('74.8 PKR')
      await page.click('.rows a.row[href$="/rates/USD"]')
      await page.waitForURL(/rates\/USD/)
      expect(await page.textContent('main')).toContain('Habib Bank, Sialkot')
      await picture(reader, 'rate-history')
      expect(reader.complaints).toEqual([])
    })
  }
})
