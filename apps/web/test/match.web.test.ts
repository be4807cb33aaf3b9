// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeInBrowser, languages, openShop, type Reader, said, signUp } from './reader.ts'
import { stumblesOn } from './walk.ts'

const pictures = process.env.RESHAM_PICTURES
/** For who looks: pictures go where the environment says, or nowhere. */
async function picture({ page, language }: Reader, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}-${language}.png`), fullPage: true })
}

/** A shop with a customer's invoices, the same customer once more, and three lines of a bank. */
async function aShopWithABank(reader: Reader): Promise<string> {
  await signUp(reader)
  const shop = await openShop(reader)
  const at = `/api/v1/businesses${shop}`
  const origin = new URL(reader.page.url()).origin
  const post = async (path: string, data: unknown) => {
    const answer = await reader.page.request.post(`${at}${path}`, { data, headers: { origin } })
    if (answer.status() >= 300) throw new Error(`${path} ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  const today = new Date().toISOString().slice(0, 10)
  const party = await post('/parties', { name: 'Chaudhry Sports', isCustomer: true, phone: '03001234567' })
  await post('/parties', { name: 'چوہدری سپورٹس', isCustomer: true, phone: '03001234567' })
  const invoice = async (thousandths: string) => {
    const line = { description: 'Football', quantityMilli: 10_000, price: { thousandths, currency: 'PKR' } }
    const draft = await post('/documents', { kind: 'invoice', partyId: party.id, lines: [line] })
    const { document } = await post(`/documents/${draft.id}/actions`, { action: 'issue', version: draft.version })
    return {
      number: document.number as string,
      rupees: (Number(document.total.minor) / 100).toFixed(2).replace('.', ','),
    }
  }
  const [first, second] = [await invoice('120000000'), await invoice('95000000')]
  const account = await post('/money-accounts', { name: 'Bank', kind: 'bank' })
  const day = today.slice(2).replaceAll('-', '')
  const statement = `:20:1\n:25:1\n:28C:1/1\n:60F:C${day}PKR0,00
:61:${day}C${first.rupees}NTRFNONREF\n:86:/NAME/CHOUDHRY SPORTS/REMI/IBFT ${first.number}/
:61:${day}C${second.rupees}NTRFNONREF\n:86:/NAME/CHOUDHRY SPORTS/REMI/RAAST/
:61:${day}D12345,00NTRFNONREF\n:86:/REMI/RENT SHOP HAJI SHARIF/
:62F:C${day}PKR${rest(first.rupees, second.rupees)}\n`
  await reader.page.request.post(`${at}/money-accounts/${account.id}/files?fileName=a.sta`, {
    data: Buffer.from(statement),
    headers: { origin, 'content-type': 'application/octet-stream' },
  })
  return shop
}

function rest(...came: readonly string[]): string {
  const paisa = came.reduce((sum, text) => sum + Number(text.replace(',', '')), -1_234_500)
  return (paisa / 100).toFixed(2).replace('.', ',')
}

const width = ({ page }: Reader) => page.evaluate(() => document.documentElement.scrollWidth)

describeInBrowser('who paid what', (open) => {
  for (const language of languages) {
    it(`without a script in ${language}: a line is said to pay a bill, and that is taken back`, async () => {
      const reader = await open({ language, script: false })
      const { page } = reader
      const shop = await aShopWithABank(reader)
      await page.goto(`${shop}/match`)
      expect(await page.textContent('main')).toContain('CHOUDHRY SPORTS')
      await picture(reader, 'match')
      expect(await width(reader)).toBe(360)
      await page.click('main button.filled')
      await page.waitForSelector('main [role=status]')
      expect(await page.textContent('main [role=status]')).toContain(said(language, 'match.done.matched'))
      await picture(reader, 'matched')
      await page.click('main [role=status] button')
      await page.waitForURL(/done=opened/)
      expect(await page.textContent('main [role=status]')).toContain(said(language, 'match.done.opened'))
      for (const _ of [1, 2]) await page.click('a.button.plain[href*="past="]')
      await picture(reader, 'match-rent')
      expect(await width(reader)).toBe(360)
    })

    it(`without a script in ${language}: what is written twice is joined, and that is taken back`, async () => {
      const reader = await open({ language, script: false })
      const { page } = reader
      const shop = await aShopWithABank(reader)
      await page.goto(`${shop}/tidy`)
      await picture(reader, 'tidy')
      expect(await width(reader)).toBe(360)
      await page.click('main button.filled')
      await page.waitForURL(/done=merged/)
      await picture(reader, 'tidied')
      await page.click('main [role=status] button')
      await page.waitForURL(/done=undone/)
      await page.click(`button[formaction$="apart"]`)
      await page.waitForURL(/done=apart/)
      expect(await page.textContent('main')).toContain(said(language, 'tidy.none.title'))
    })
  }

  it('no page stumbles, in either language, light or dark', async () => {
    const reader = await open()
    const shop = await aShopWithABank(reader)
    expect(await stumblesOn(reader, `${shop}/more/settings`, [`${shop}/match`, `${shop}/tidy`])).toEqual([])
    expect(reader.complaints).toEqual([])
  })
})
