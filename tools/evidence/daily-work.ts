// SPDX-License-Identifier: Apache-2.0
// `npm run evidence:daily-work`: a new shop lives the week of the test through the API, on a platform of its own with an
// invented tax office; then its daily work is done by hand at 360 px, in English and Urdu. Pictures go to docs/evidence/daily-work/.
import { existsSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { root, startPlatform } from '../bench/platform.ts'
import { startOffice } from '../outside/fbr/simulator.ts'
import { lineOf, liveTheWeek, openShop } from './a-shop.ts'
import { type Hand, walks } from './daily-work-walks.ts'

const out = resolve(process.env.RESHAM_EVIDENCE ?? join(root, 'docs/evidence/daily-work'))
const executablePath = process.env.RESHAM_CHROMIUM ?? process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(executablePath)) {
  console.error(`This is needed and not here: ${executablePath}`)
  process.exit(1)
}
const faults: string[] = []

await mkdir(out, { recursive: true })
const office = await startOffice({ token: 'token-of-the-invented-office' })
process.env.RESHAM_FISCAL_PLACES = office.url
process.env.RESHAM_FISCAL_WAIT_MS = '1500'
const platform = await startPlatform()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
try {
  const context = await browser.newContext({
    ...{ baseURL: platform.url, viewport: { width: 360, height: 760 }, deviceScaleFactor: 1, locale: 'en-GB' },
    timezoneId: 'Asia/Karachi',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', ({ message }) => {
    // The browser's own words when one leaves a page while it still fades in.
    if (!/Transition was (skipped|aborted)/.test(message)) faults.push(`${page.url()}: ${message}`)
  })
  const shop = await openShop(page)
  const line = lineOf(page, shop)
  const began = performance.now()
  await liveTheWeek(line, office)
  console.log(`the week through the API: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  for (const language of ['en', 'ur'] as const) {
    await page.goto(`${shop}/more`)
    if ((await page.getAttribute('html', 'lang')) !== language)
      await page.click(`button[name=language][value=${language}]`)
    await page.waitForSelector(`html[lang=${language}]`)
    const hand: Hand = { page, shop, line, office, language, take: (name) => take(page, `${name}-${language}`) }
    for (const [name, walk] of Object.entries(walks)) {
      await walk(hand).catch((error: Error) => faults.push(`${language} ${name}, at ${page.url()}: ${error.message}`))
    }
  }
  const { items, sum } = await line.good('GET', '/ledger/trial-balance')
  console.log(`trial balance: ${items.length} accounts, together ${sum.minor} paisa`)
} finally {
  await browser.close()
  await platform.stop()
  await office.close()
}
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1

/** As tall as the page, so that the bar at the foot of the screen stands at the foot of the picture. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready')
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
  if (wide > 0) faults.push(`${page.url()}: ${wide} px too wide`)
  const height = await page.evaluate<number>('document.documentElement.scrollHeight')
  await page.setViewportSize({ width: 360, height })
  writeFileSync(join(out, `${name}.png`), await page.screenshot())
  await page.setViewportSize({ width: 360, height: 760 })
}
