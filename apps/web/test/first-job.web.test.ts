// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { goods, smallLedger } from './ledger.ts'
import { describeInBrowser, giveFile, languages, openShop, said, signUp, until } from './reader.ts'

const [bat] = goods

describeInBrowser('the first job, from a file of sales to a list sent to the supplier', (open) => {
  for (const language of languages) {
    for (const script of [true, false]) {
      it(`is done on a phone in ${language === 'ur' ? 'Urdu' : 'English'} ${script ? 'with' : 'without'} script`, async () => {
        const reader = await open({ language, script })
        const { page, complaints } = reader
        await signUp(reader)
        const shop = await openShop(reader)
        expect(await page.textContent('main')).toContain(said(language, 'today.empty.title'))

        // A heading that hides what it holds: the person says which column is the quantity.
        await giveFile(reader, shop, 'sales.csv', smallLedger('Bill,Date,Code,Item,Qty,Price,Zeta'))
        await page.waitForURL(/imports\/[0-9a-f-]{36}/)
        const preview = page.url()
        const column = page.locator('[name=column-6]')
        if (!(await column.isVisible())) await page.click('details:has([name=column-6]) summary')
        await column.selectOption('customer')
        await page.click('button[formaction*="preview"]')
        await page.waitForLoadState()
        expect(await column.inputValue()).toBe('customer')
        await page.click('button[form=reading]')
        await until(reader, preview, 'a.filled[href$="/today"]')
        expect(await page.textContent('main')).toContain(said(language, 'imports.done.noBad'))

        await until(reader, `${shop}/plan`, 'form.budget')
        await page.goto(`${shop}/plan/stock`)
        await page.fill('#pasted', goods.map(([code]) => `${code}\t3`).join('\n'))
        await page.click('form:has(#pasted) button')
        await page.waitForSelector('a.filled[href$="/plan"]')

        await until(reader, `${shop}/today`, '.task')
        await page.goto(`${shop}/plan`)
        await page.click('.lines form[action*="list"] button')
        await page.waitForSelector('.lines a[href$="/purchase-list"]')

        await page.goto(`${shop}/trends?search=willow`)
        expect(await page.locator('#trends li').count()).toBe(1)
        await page.click('#trends a')
        await page.waitForURL(/trends\/item\//)
        expect(await page.textContent('h1')).toContain(bat[1])
        expect(await page.locator('main svg').count()).toBeGreaterThan(0)

        await page.goto(`${shop}/plan`)
        await page.fill('#amount', '500000')
        await page.click('form.budget button')
        await page.waitForURL(/budget/)
        await page.click('form[action*="list"] button.filled')
        await page.waitForURL(/purchase-list/)
        const link = await page.getAttribute('a[href^="https://wa.me/"]', 'href')
        const message = new URL(link ?? '').searchParams.get('text') ?? ''
        const listed = await page.locator('tbody tr').count()
        expect(listed).toBeGreaterThan(0)
        expect(goods.filter(([, name]) => message.includes(name)).length).toBe(listed)

        await page.goto('/businesses')
        await page.click('form[action="/sign-out"] button')
        await page.waitForURL((url) => url.pathname === '/')
        await page.goto(`${shop}/today`)
        expect(new URL(page.url()).pathname).toBe('/sign-in')
        expect(complaints).toEqual([])
      })
    }
  }
})
