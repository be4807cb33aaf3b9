// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { describeInBrowser, giveFile, languages, openShop, said, signUp } from './reader.ts'

const pdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n'

describeInBrowser('a PDF that was renamed to CSV', (open) => {
  for (const language of languages) {
    for (const script of [true, false]) {
      it(`is refused in words, in ${language === 'ur' ? 'Urdu' : 'English'} ${script ? 'with' : 'without'} script`, async () => {
        const reader = await open({ language, script })
        const { page } = reader
        await signUp(reader)
        const shop = await openShop(reader)
        await giveFile(reader, shop, 'sales.csv', pdf)
        const alert = page.locator('main [role=alert]')
        await alert.waitFor()
        const text = await alert.textContent()
        expect(text).toContain(said(language, 'errors.formats.pdf'))
        expect(text).toContain(said(language, 'imports.kept'))
        // The file field is there again: one can go on from here.
        expect(await page.locator('input[type=file]').count()).toBe(1)
      })
    }
  }
})

describeInBrowser('the field for a file', (open) => {
  for (const language of languages) {
    for (const script of [true, false]) {
      it(`speaks ${language === 'ur' ? 'Urdu' : 'English'} and names what was chosen, ${script ? 'with' : 'without'} script`, async () => {
        const reader = await open({ language, script })
        const { page } = reader
        await signUp(reader)
        const shop = await openShop(reader)
        await page.goto(`${shop}/imports/new`)
        const field = page.locator('input[type=file]')
        const nothing = page.getByText(said(language, 'file.none'))
        expect(await nothing.isVisible()).toBe(true)
        const chooser = page.waitForEvent('filechooser')
        await page.getByText(said(language, 'file.choose')).click({ force: true })
        await (await chooser).setFiles({ name: 'sales.csv', mimeType: 'text/csv', buffer: Buffer.from(pdf) })
        expect(await nothing.isVisible()).toBe(false)
        // The browser draws the name itself, in the field's own box: it must be there to be read.
        const box = await field.boundingBox()
        expect(await field.evaluate((input) => getComputedStyle(input).opacity)).toBe('1')
        expect(box?.width).toBeGreaterThan(120)
      })
    }
  }
})
