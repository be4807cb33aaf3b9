// SPDX-License-Identifier: Apache-2.0
import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { describeInBrowser, password, type Reader, said, signUp } from './reader.ts'

describeInBrowser('signing in', (open) => {
  it("works with the phone's own lock once it was added", async () => {
    const reader = await open()
    const { page, context, complaints } = reader
    const phone = await context.newCDPSession(page)
    await phone.send('WebAuthn.enable')
    await phone.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await signUp(reader)
    await page.goto('/account')
    await page.click('[data-passkey-add] button')
    await page.waitForURL(/passkeyAdded/)
    expect(await page.textContent('main')).toContain(said('en', 'account.saved.passkeyAdded'))
    await signOut(reader)
    await page.goto('/sign-in?next=%2Faccount')
    await page.click('[data-passkey-sign-in] button')
    await page.waitForURL('**/account')
    expect(await page.inputValue('[name=name]')).toBe('Amina Butt')
    expect(complaints).toEqual([])
  })

  it('asks for the second step once it is on, takes the code of the moment and refuses another', async () => {
    const reader = await open()
    const { page } = reader
    const identifier = await signUp(reader)
    await page.goto('/account')
    await page.fill('#second-factor [name=password]', password)
    await page.click('#second-factor button:not([type=button])')
    const secret = (await page.textContent('#second-factor p code')) ?? ''
    await page.fill('[name=code]', codeNow(secret))
    await page.click('form[action*="confirmSecondFactor"] button')
    await page.waitForURL(/saved=secondFactor/)
    await signOut(reader)
    await page.goto('/sign-in')
    await page.fill('[name=identifier]', identifier)
    await page.fill('[name=password]', password)
    await page.click('main form button.filled')
    await page.waitForURL(/second-factor/)
    await page.fill('[name=code]', codeNow(secret) === '000000' ? '111111' : '000000')
    await page.click('main form button.filled')
    await page.waitForSelector('[aria-invalid], [role=alert], .error-summary')
    expect(await page.textContent('main')).toContain(said('en', 'errors.account.code-wrong'))
    await page.fill('[name=code]', codeNow(secret))
    await page.click('main form button.filled')
    await page.waitForURL('**/businesses')
  })
})

async function signOut({ page }: Reader): Promise<void> {
  await page.goto('/businesses')
  await page.click('form[action="/sign-out"] button')
  await page.waitForURL((url) => url.pathname === '/')
}

/** The six digits of RFC 6238 for this half minute. */
function codeNow(secret: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replace(/[^A-Z2-7]/g, '')]
    .map((one) => letters.indexOf(one).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
