// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type Office, startOffice } from '../../../tools/outside/fbr/simulator.ts'
import { describeInBrowser, languages, openShop, type Reader, said, signUp } from './reader.ts'

const pictures = process.env.RESHAM_PICTURES
async function picture({ page, language }: Reader, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `tax-${name}-${language}.png`), fullPage: true })
}

function keep({ language }: Reader, name: string, pdf: Buffer): void {
  if (pictures !== undefined) writeFileSync(join(pictures, `tax-${name}-${language}.pdf`), pdf)
}

/** Asks the API as the page's own person would. */
async function ask({ page }: Reader, shop: string, method: string, path: string, data: object) {
  const url = `/api/v1/businesses${shop}${path}`
  const origin = new URL(page.url()).origin
  const answer = await page.request.fetch(url, { method, data, headers: { origin } })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

const width = ({ page }: Reader) => page.evaluate(() => document.documentElement.scrollWidth)

let office: Office
beforeAll(async () => {
  office = await startOffice({ token: 'try-me', port: inject('officePort') })
})
afterAll(() => office.close())

/** A sale of a ball to a trader. @returns the invoice's id */
async function sale(reader: Reader, shop: string, itemId: string, n: number): Promise<string> {
  const party = await ask(reader, shop, 'POST', '/parties', {
    ...{ name: 'Lahore Traders', isCustomer: true, registration: 'registered', taxNumber: '2046004' },
    address: { line1: 'Mall Road', city: 'Lahore', region: 'Punjab' },
  })
  const made = await ask(reader, shop, 'POST', '/counter-sales', {
    clientId: `0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a1${n}`,
    partyId: party.id,
    lines: [{ itemId, quantityMilli: 4000, price: { thousandths: '25000000', currency: 'PKR' } }],
  })
  return made.invoice.id
}

async function untilShown({ page }: Reader, path: string, text: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(path)
    if ((await page.textContent('main'))?.includes(text)) return
    await page.waitForTimeout(250)
  }
  throw new Error(`${path} never said ${text}`)
}

describeInBrowser('the tax office', (open) => {
  for (const language of languages) {
    it(`without a script in ${language}: set up, send, taken in; lost and looked up; nothing wider than the phone`, async () => {
      const reader = await open({ language, script: false })
      const { page } = reader
      await signUp(reader)
      const shop = await openShop(reader)
      await page.goto(`${shop}/tax-office`)
      await picture(reader, 'empty')

      await page.goto(`${shop}/tax-office/own`)
      await page.check('[name=registration][value=registered]')
      await page.fill('[name=taxNumber]', '888580-1')
      await page.fill('[name=address]', 'Paris Road, Sialkot')
      await page.selectOption('[name=region]', 'PK-PB')
      await page.click('main form button.filled')
      await page.waitForSelector('main [role=status]')
      await picture(reader, 'own')
      expect(await width(reader)).toBe(360)

      await page.goto(`${shop}/tax-office/settings`)
      await page.check('[name=use][value=real]')
      await page.check(`[name=place][value="${office.url}"]`)
      await page.fill('[name=secretToken]', 'try-me')
      await page.click('main form button.filled')
      await page.waitForSelector('main [role=status]')
      await picture(reader, 'settings')
      expect(await width(reader)).toBe(360)

      const item = await ask(reader, shop, 'POST', '/items', { name: 'Match football', unit: 'piece' })
      const first = await sale(reader, shop, item.id, 1)
      await page.goto(`${shop}/tax-office/${first}`)
      // The item has no customs code yet: that is told before anything is sent.
      expect(await page.textContent('main')).toContain('0019')
      await picture(reader, 'missing')
      await page.goto(`${shop}/items/${item.id}/taxes`)
      await page.fill('[name="fact.hs-code"]', '9506.6210')
      await page.selectOption('[name="fact.uom"]', 'Numbers, pieces, units')
      await page.click('main form button.filled')
      await page.waitForSelector('main [role=status]')
      await picture(reader, 'item')
      expect(await width(reader)).toBe(360)

      await page.goto(`${shop}/tax-office/${first}`)
      await picture(reader, 'ready')
      await page.click('main form button.filled')
      await untilShown(reader, `${shop}/tax-office/${first}`, said(language, 'fiscal.state.accepted'))
      expect(await page.textContent('main')).toContain(office.taken.at(-1)?.number ?? 'nothing')
      expect(await page.locator('main svg[role=img] path').count()).toBe(1)
      await picture(reader, 'accepted')
      expect(await width(reader)).toBe(360)

      const paper = await page.request.get(`${shop}/sell/${first}/paper.pdf`)
      expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
      keep(reader, 'paper', await paper.body())

      office.mood = 'lost'
      const second = await sale(reader, shop, item.id, 2)
      await page.goto(`${shop}/tax-office/${second}`)
      await page.click('main form button.filled')
      await untilShown(reader, `${shop}/tax-office/${second}`, said(language, 'fiscal.state.uncertain'))
      office.mood = 'well'
      await picture(reader, 'uncertain')
      await page.goto(`${shop}/tax-office`)
      await picture(reader, 'list')
      await page.goto(`${shop}/tax-office/${second}`)
      await page.fill('[name=officeNumber]', '123')
      await page.click('#look form button.filled')
      await page.waitForSelector('main [role=alert]')
      await page.fill('[name=officeNumber]', office.taken.at(-1)?.number ?? '')
      await page.click('#look form button.filled')
      await untilShown(reader, `${shop}/tax-office/${second}`, said(language, 'fiscal.state.accepted'))

      const sums = await page.goto(`${shop}/tax-sums`)
      expect(sums?.status()).toBe(200)
      expect(await page.textContent('main')).toContain('360')
      await picture(reader, 'sums')
      expect(await width(reader)).toBe(360)
      const year = new Date().getUTCFullYear()
      const file = await page.request.get(`${shop}/tax-sums/papers.csv?year=${year}`)
      expect(await file.text()).toContain(office.taken.at(-1)?.number ?? 'nothing')
      // The number that is none was refused on purpose.
      expect(reader.complaints.filter((complaint) => !complaint.includes('422'))).toEqual([])
    }, 120_000)
  }
})
