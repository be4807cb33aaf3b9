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
