// SPDX-License-Identifier: Apache-2.0
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import en from '../src/i18n/en.json' with { type: 'json' }
import ur from '../src/i18n/ur.json' with { type: 'json' }

export type Language = 'en' | 'ur'
export type Key = keyof typeof en & keyof typeof ur

/** A person with a phone: a browser of their own, and what went wrong in it. */
export type Reader = {
  readonly language: Language
  readonly context: BrowserContext
  readonly page: Page
  /** Whatever the browser complained of: script errors, refusals of the content security policy. */
  readonly complaints: string[]
}

type Phone = {
  readonly language?: Language
  readonly script?: boolean
  readonly dark?: boolean
  /** Where the phone finds the platform, when not where it is. */
  readonly at?: string
}

export const languages: readonly Language[] = ['en', 'ur']
export const password = 'seven silk threads for a shop'

/** What a page says for a key, without holes or plural forms, in a language. */
export function said(language: Language, key: Key): string {
  const entry = (language === 'en' ? en : ur)[key]
  if (typeof entry !== 'string') throw new Error(`${key} has plural forms`)
  return entry
}

/** Tests that need the platform and a browser; `open` gives a new phone, 360 px wide. Skipped where there is no browser. */
export function describeInBrowser(what: string, tests: (open: (phone?: Phone) => Promise<Reader>) => void): void {
  describe.skipIf(inject('chromium') === '')(what, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: inject('chromium'),
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      })
    })
    afterAll(() => browser.close())
    tests((phone) => open(browser, phone))
  })
}

async function open(browser: Browser, phone: Phone = {}): Promise<Reader> {
  const { language = 'en', script = true, dark = false, at = inject('platformUrl') } = phone
  const context = await browser.newContext({
    baseURL: at,
    viewport: { width: 360, height: 760 },
    locale: language === 'ur' ? 'ur-PK' : 'en-GB',
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
  })
  context.setDefaultTimeout(12_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => {
    // The browser's own words when one leaves a page while it still fades in.
    if (!/Transition was (skipped|aborted)/.test(error.message)) complaints.push(`${page.url()}: ${error.message}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  return { language, context, page, complaints }
}

let people = 0

/** An address nobody else in this run has. */
function newIdentifier(): string {
  people += 1
  return `reader-${process.pid}-${people}-${Math.round(performance.now() * 1000)}@example.org`
}

/** Signs a new person up through the page and gives their address. */
export async function signUp({ page, language }: Reader): Promise<string> {
  const identifier = newIdentifier()
  await page.goto('/sign-up')
  await page.fill('[name=name]', language === 'ur' ? 'آمنہ بٹ' : 'Amina Butt')
  await page.fill('[name=identifier]', identifier)
  await page.fill('[name=password]', password)
  await page.click('main form button.filled')
  await page.waitForURL('**/businesses')
  return identifier
}

/** Opens a shop of one's own through the page. @returns its path, such as `/star-sports` */
export async function openShop({ page, language }: Reader): Promise<string> {
  await page.goto('/businesses')
  await page.fill('[name=name]', language === 'ur' ? 'بٹ اسپورٹس' : 'Butt Sports')
  await page.selectOption('[name=pack]', 'pk')
  await page.click('form[action*="create"] button')
  await page.waitForURL('**/today')
  return new URL(page.url()).pathname.replace('/today', '')
}

/** Hands a file in on the page for it. */
export async function giveFile({ page }: Reader, shop: string, name: string, content: string): Promise<void> {
  await page.goto(`${shop}/imports/new`)
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.click('form[data-upload] button.filled')
}

/** Looks again until the page has it, as a person without script would; with script the page looks by itself. */
export async function until({ page }: Reader, path: string, selector: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await page.goto(path)
    if (await page.$(selector)) return
    await page.waitForLoadState('networkidle')
  }
  throw new Error(`${path} never showed ${selector}`)
}

/** A shop with the small ledger in its books, from signing up to a complete Today. */
export async function shopWithBooks(reader: Reader, ledger: string): Promise<string> {
  await signUp(reader)
  const shop = await openShop(reader)
  await giveFile(reader, shop, 'sales.csv', ledger)
  await reader.page.waitForURL(/imports\/[0-9a-f-]{36}/)
  await reader.page.click('button[form=reading]')
  await reader.page.waitForSelector('a.filled[href$="/today"]')
  await until(reader, `${shop}/today`, '.task')
  return shop
}

/**
 * Lets readers look around one sample shop, the same for all: it takes time to fill. The first waits until it is.
 *
 * @param filled Places within the shop, each with what it shows once filled.
 * @returns Takes a reader there and gives the shop's path.
 */
export function sampleShop(
  ...filled: readonly (readonly [place: string, selector: string])[]
): (reader: Reader) => Promise<string> {
  let guest: { readonly shop: string; readonly cookies: Cookies } | undefined
  return async (reader) => {
    const { page, context } = reader
    if (guest) {
      await context.addCookies(guest.cookies)
      return guest.shop
    }
    await page.goto('/')
    await page.click('form[action*="look"] button')
    await page.waitForURL(/\/today$/)
    const shop = new URL(page.url()).pathname.replace('/today', '')
    for (const [place, selector] of filled) await until(reader, `${shop}${place}`, selector)
    guest = { shop, cookies: await context.cookies() }
    return shop
  }
}

type Cookies = Parameters<BrowserContext['addCookies']>[0]
