// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { describeInBrowser, openShop, said, signUp } from './reader.ts'
import { stumblesOn } from './walk.ts'

const november = `Date,Particulars,Withdrawal,Deposit,Balance
01-Nov-2026,IBFT FROM MALIK TRADERS INV-12,,"25,000.00","25,000.00"
03-Nov-2026,SMS CHARGES,20.00,,"24,980.00"
`
const december = november
  .replaceAll('-Nov-', '-Dec-')
  .replaceAll('25,000.00"\n', '40,000.00"\n')
  .replace('24,980', '39,980')
// The acquirer's code of an invented merchant.
const code = '00020101021126200008PK.PAY.A0104ABCD5204599953035865802PK5911STAR SPORTS6007SIALKOT6304'

/** CRC-16/CCITT-FALSE, slow and obvious. */
function withChecksum(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8
    for (let i = 0; i < 8; i++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1
  }
  return text + crc.toString(16).toUpperCase().padStart(4, '0')
}

describeInBrowser('money in', (open) => {
  it('an account is written down, a statement taken in by what a person says once, a gap named, a code shown', async () => {
    const reader = await open({ script: false })
    const { page } = reader
    await signUp(reader)
    const shop = await openShop(reader)
    const hand = async (name: string, content: string) => {
      await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(content) })
      await page.click('form[enctype] button.filled')
    }
    await page.goto(`${shop}/money`)
    await page.click('main a.filled')
    await page.fill('[name=name]', 'Meezan')
    await page.fill('[name=iban]', 'PK36 SCBL 0000 0011 2345 6703')
    await page.click('main form button.filled:visible')
    expect(await page.textContent('[role=alert]')).toContain(said('en', 'errors.banking.iban-invalid'))
    await page.fill('[name=iban]', 'PK36 SCBL 0000 0011 2345 6702')
    await page.click('main form button.filled:visible')
    await page.waitForURL(/money\/[0-9a-f-]{36}$/)
    const account = new URL(page.url()).pathname

    await hand('letter.pdf', '%PDF-1.7 a letter')
    expect(await page.textContent('[role=alert]')).toContain(said('en', 'errors.formats.pdf'))
    await hand('november.csv', november)
    await page.click('button[form=reading]')
    await page.waitForSelector('main a.filled')
    const file = new URL(page.url()).pathname
    await page.click('main a.filled')
    expect(await page.locator('.bank-line').count()).toBe(2)
    expect(await page.textContent('main')).toContain('IBFT FROM MALIK TRADERS INV-12')
    await page.locator('.bank-line form button').first().click()
    expect(await page.locator('.bank-line').count()).toBe(1)

    await page.goto(account)
    await hand('december.csv', december)
    await page.waitForSelector('main a.filled')
    await page.goto(account)
    expect(await page.textContent('.banner.bad')).toMatch(/9,980|9,980\.00/)

    await page.click('summary')
    await page.fill('[name=holder]', 'Star Sports')
    await page.fill('[name=qrText]', withChecksum(code))
    await page.check('[name=withAmount][value=yes]')
    await page.locator('main form.card.stack button').last().click()
    await page.waitForSelector('main [role=status]')
    await page.goto(`${account}/pay?amount=12%2C500&reference=INV-7`)
    expect(await page.locator('.code svg path').getAttribute('d')).toMatch(/^M\d/)
    expect(await page.textContent('main')).toContain('PK36 SCBL 0000 0011 2345 6702')
    expect(await page.locator('a[href^="https://wa.me/"]').first().getAttribute('href')).toContain('INV-7')

    await page.goto(`${shop}/money/cash?opening=50%2C000`)
    const paths = ['', '/new', '/cash', '/lines', '/lines?state=open'].map((path) => `${shop}/money${path}`)
    const own = [account, `${account}/pay`, `${account}/pay?amount=x`, file]
    await page.goto(account)
    await hand('other.csv', 'Tareekh,Tafseel,Jama,Nikala,Baqaya\n01-11-2025,Raqam,500,,500\n02-11-2025,Fees,,10,480\n')
    const asking = new URL(page.url()).pathname
    const scripted = await open()
    await scripted.context.addCookies(await reader.context.cookies())
    expect(await stumblesOn(scripted, `${shop}/more`, [...paths, ...own, asking])).toEqual([])
    expect(scripted.complaints).toEqual([])
  })
})
