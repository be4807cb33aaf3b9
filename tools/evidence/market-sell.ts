// SPDX-License-Identifier: Apache-2.0
// `node tools/evidence/market-sell.ts [NAME ...]`: where to sell, what moves with my sales, questions and the one-page
// brief, on the sample shop of a platform of its own, at 360 px in English and Urdu. Pictures go to docs/evidence/market/.
// With RESHAM_LOOK_AT set to an address, on the platform that runs there.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { root, startPlatform } from '../bench/platform.ts'

const out = process.env.RESHAM_EVIDENCE ?? join(root, 'docs/evidence/market')
const wanted = process.argv.slice(2)
const running = process.env.RESHAM_LOOK_AT
const executablePath = process.env.RESHAM_CHROMIUM ?? process.env.CHROMIUM ?? '/usr/bin/chromium'
const faults: string[] = []

/** Pages by name; `open` presses what is to be seen open. */
const pages: readonly { readonly name: string; readonly path: string; readonly open?: string }[] = [
  { name: 'sell', path: 'market/sell' },
  { name: 'sell-find', path: 'market/sell?subject=category&key=Training+aids&find=s' },
  { name: 'sell-countries', path: 'market/sell/9506' },
  { name: 'sell-declined', path: 'market/sell/0101' },
  { name: 'moves', path: 'market/moves' },
  { name: 'ask', path: 'market/ask' },
  { name: 'ask-ahead', path: `market/ask?q=${encodeURIComponent('chamre ki qeemat agle maheene?')}` },
  { name: 'ask-why', path: `market/ask?q=${encodeURIComponent('چینی کی قیمت کیوں بڑھی')}` },
  { name: 'ask-items', path: `market/ask?q=${encodeURIComponent('which of my items fall')}` },
  { name: 'ask-compare', path: `market/ask?q=${encodeURIComponent('compare leather and rubber')}` },
  { name: 'ask-not-understood', path: `market/ask?q=${encodeURIComponent('hello')}` },
  { name: 'market-doors', path: 'market' },
]

await mkdir(out, { recursive: true })
const platform = running === undefined ? await startPlatform() : undefined
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
try {
  for (const language of ['en', 'ur'] as const) {
    const context = await browser.newContext({
      baseURL: running ?? platform?.url ?? '',
      viewport: { width: 360, height: 760 },
      deviceScaleFactor: 1,
      locale: language === 'ur' ? 'ur-PK' : 'en-GB',
    })
    await look(context, language)
    await context.close()
  }
} finally {
  await browser.close()
  await platform?.stop()
}
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1

async function look(context: BrowserContext, language: 'en' | 'ur'): Promise<void> {
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  await page.goto('/')
  const other = page.locator(`button[name=language][value=${language}]`)
  if ((await page.getAttribute('html', 'lang')) !== language) await other.click()
  await page.waitForSelector(`html[lang=${language}]`)
  await page.click('form[action*="look"] button')
  await page.waitForURL(/\/today$/)
  const shop = new URL(page.url()).pathname.replace('/today', '')
  await ready(page, shop)
  for (const { name, path, open } of pages) {
    if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue
    await page.goto(`${shop}/${path}`, { waitUntil: 'networkidle' })
    if (open) await page.click(open)
    await take(page, `${name}-${language}`)
  }
  if (wanted.length === 0 || wanted.includes('brief')) await briefs(page, shop, language)
}

/** The one-page briefs, and each of their pages as a picture. */
async function briefs(page: Page, shop: string, language: 'en' | 'ur'): Promise<void> {
  const series = await page.goto(`${shop}/market`).then(() => page.getAttribute('#series a.row', 'href'))
  for (const [name, path] of [
    ['brief-series', `${series}/brief.pdf`],
    ['brief-sell', `${shop}/market/sell/9506/brief.pdf`],
  ] as const) {
    const answer = await page.request.get(path)
    const type = answer.headers()['content-type']
    if (answer.status() !== 200 || type !== 'application/pdf') {
      faults.push(`${path}: ${answer.status()} ${type}`)
      continue
    }
    const file = join(out, `${name}-${language}`)
    writeFileSync(`${file}.pdf`, await answer.body())
    const drawn = spawnSync('pdftoppm', ['-r', '80', '-png', `${file}.pdf`, file])
    if (drawn.error) faults.push('pdftoppm (poppler-utils) is not here: the briefs are kept as PDF alone')
  }
}

/** The sample shop's market is made by jobs: until they are done nothing is there. */
async function ready(page: Page, shop: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    await page.goto(`${shop}/market/sell`)
    const sell = await page.locator('section#heading-9506 a').count()
    await page.goto(`${shop}/market`)
    const series = await page.locator('#series li').count()
    await page.goto(`${shop}/today`)
    const today = await page.locator('.task').count()
    if (sell > 0 && series > 0 && today > 0) return
    await pause(1000)
  }
  throw new Error('the sample shop is not ready after two minutes')
}

async function take(page: Page, name: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (wide > 0) faults.push(`${page.url()}: ${wide} px too wide`)
  // The bar at the foot of the screen would lie in the middle of a long picture.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('nav, footer')) {
      if (getComputedStyle(one).position === 'fixed') one.style.position = 'static'
    }
  })
  writeFileSync(join(out, `${name}.png`), await page.screenshot({ fullPage: true }))
}
