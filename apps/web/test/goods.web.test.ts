// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { expect, it } from 'vitest'
import { describeInBrowser, openShop, type Reader, said, signUp } from './reader.ts'
import { stumblesOn } from './walk.ts'

const pictures = process.env.RESHAM_PICTURES
/** For who looks: pictures go where the environment says, or nowhere. */
async function picture({ page, language }: Reader, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}-${language}.png`), fullPage: true })
}

const aPhoto = new Resvg(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#2b3a8c"/><circle cx="600" cy="450" r="340" fill="white"/></svg>',
)
  .render()
  .asPng()

/** Sheets of paper, or labels of a roll, that a printer would use. */
async function printedPages({ page }: Reader, path: string): Promise<number> {
  await page.goto(path)
  const pdf = await page.pdf({ preferCSSPageSize: true, ...(pictures ? { path: join(pictures, 'printed.pdf') } : {}) })
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length
}

const width = ({ page }: Reader) => page.evaluate(() => document.documentElement.scrollWidth)
const loaded = ({ page }: Reader, selector: string) =>
  page.waitForFunction((at) => {
    const image = document.querySelector<HTMLImageElement>(at)
    return image?.complete === true && image.naturalWidth > 0
  }, selector)

async function give(reader: Reader, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await reader.page.setInputFiles('input[type=file]', { name, mimeType, buffer })
  await reader.page.click('form[action="?/add"] button.filled')
}

describeInBrowser('goods', (open) => {
  for (const [language, script] of [
    ['en', false],
    ['ur', true],
  ] as const) {
    it(`on a phone in ${language}, ${script ? 'with' : 'without'} script: an item, its photograph, its price, sizes, labels`, async () => {
      const reader = await open({ language, script })
      const { page } = reader
      await signUp(reader)
      const shop = await openShop(reader)
      await page.goto(`${shop}/items/new`)
      await picture(reader, 'new')
      await page.fill('[name=name]', language === 'ur' ? 'فٹ بال' : 'Football')
      await page.fill('[name=price]', '1,450')
      await page.fill('[name=barcode]', '6291041500214')
      await page.click('main form button.filled')
      // The check digit is 3: the refusal says so and loses nothing.
      await page.waitForSelector('main [role=alert]')
      expect(await page.textContent('main [role=alert]')).toContain(said(language, 'errors.items.barcode-invalid'))
      expect(await page.inputValue('[name=price]')).toBe('1,450')
      await page.fill('[name=barcode]', '6291041500213')
      await page.click('main form button.filled')
      await page.waitForSelector('main [role=status]')
      const item = new URL(page.url()).pathname
      expect(await page.textContent('main')).toContain('1,450')

      await page.goto(`${item}/photos`)
      await give(reader, 'drawing.jpg', 'image/jpeg', Buffer.from('<svg onload="alert(1)"/>'))
      await page.waitForSelector('main [role=alert]')
      expect(await page.textContent('main [role=alert]')).toContain(said(language, 'errors.items.photo-unreadable'))
      await page.goto(`${item}/photos`)
      await give(reader, 'ball.png', 'image/png', Buffer.from(aPhoto))
      await page.waitForSelector('main [role=status]')
      await page.fill('[name=says]', 'A white ball')
      await page.click('form[action="?/describe"] button')
      await page.waitForSelector('main [role=status]')
      expect(await page.getAttribute('picture img', 'alt')).toBe('A white ball')
      if (script) await loaded(reader, 'picture img')
      expect(await width(reader)).toBe(360)
      await picture(reader, 'photos')

      await page.goto(`${item}/prices`)
      await page.fill('[name=price-1]', '1,300')
      await page.fill('[name=from-1]', language === 'ur' ? '۱۲' : '12')
      await page.click('main form button.filled')
      await page.waitForSelector('main [role=status]')
      expect([await page.inputValue('[name=price-1]'), await page.inputValue('[name=from-1]')]).toEqual(['1300', '12'])
      expect(await width(reader)).toBe(360)
      await picture(reader, 'prices')

      await page.goto(`${item}/details`)
      await page.fill('[name=description-en]', 'Hand stitched')
      await page.fill('[name=description-ur]', 'ہاتھ کی سلائی')
      await page.fill('[name=attributes]', 'Material: PU')
      await page.fill('[name=weightGrams]', '420')
      await picture(reader, 'details')
      await page.click('main form button.filled')
      await page.waitForURL(/saved/)
      expect(await page.textContent('main')).toContain(language === 'ur' ? 'ہاتھ کی سلائی' : 'Hand stitched')
      expect(await width(reader)).toBe(360)
      await picture(reader, 'item')

      await page.goto(`${item}/labels?count=3`)
      expect(await page.locator('.label svg').count()).toBe(3)
      expect(await width(reader)).toBe(360)
      await picture(reader, 'labels')
      expect(await printedPages(reader, `${item}/labels?count=24&paper=sheet`)).toBe(1)
      expect(await printedPages(reader, `${item}/labels?count=3&paper=roll`)).toBe(3)

      await page.goto(`${item}/sizes`)
      await page.fill('[name=size]', language === 'ur' ? '۴، ۵' : '4, 5')
      await page.fill('[name=colour]', language === 'ur' ? 'سفید، لال' : 'white, red')
      await page.click('main form button.filled')
      await page.waitForSelector('main [role=status]')
      expect(await page.locator('main tbody td a').count()).toBe(4)
      await picture(reader, 'sizes')

      await page.goto(`${shop}/items`)
      expect(await page.locator('img.thumb').count()).toBe(1)
      if (script) await loaded(reader, 'img.thumb')
      await picture(reader, 'list')
      await page.goto(`${shop}/prices`)
      await picture(reader, 'lists')
      const list = (await page.getAttribute('main .rows a.row', 'href')) ?? ''

      if (script) {
        const pages = ['', '/photos', '/prices', '/details', '/labels', '/sizes'].map((place) => item + place)
        const places = [...pages, `${shop}/items`, `${shop}/items/new`, `${shop}/prices`, list]
        expect(await stumblesOn(reader, `${shop}/more`, places)).toEqual([])
      }
      // The browser names the two refusals that were meant.
      expect(reader.complaints.filter((one) => !/status of 4(00|09|15|22)/.test(one))).toEqual([])
    })
  }
})
