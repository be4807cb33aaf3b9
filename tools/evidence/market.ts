// SPDX-License-Identifier: Apache-2.0
// `npm run evidence:market [HOME]`: the market pages at 360 px, in both languages, as a guest in the sample shop sees
// them, and what the forecasts were worth by frequency. With a folder into which market data was loaded, with that.
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { root, startPlatform } from '../bench/platform.ts'

const out = resolve(process.env.RESHAM_EVIDENCE ?? join(root, 'docs/evidence/market'))
const executablePath = process.env.RESHAM_CHROMIUM ?? process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(executablePath)) {
  console.error(`This is needed and not here: ${executablePath}`)
  process.exit(1)
}
const leather = 'invented-football-leather-sialkot'
const flour = 'wfp-wheat-flour-quetta'

await mkdir(out, { recursive: true })
const platform = await startPlatform(process.argv[2])
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
try {
  const context = await browser.newContext({
    baseURL: platform.url,
    viewport: { width: 360, height: 760 },
    deviceScaleFactor: 1,
  })
  const page = await context.newPage()
  await page.goto('/')
  await page.click('form[action*="look"] button')
  await page.waitForURL(/\/today$/)
  const shop = new URL(page.url()).pathname.replace('/today', '')
  await untilMade(page, `${shop}/market/invented-rupees-for-a-dollar`)
  await untilMade(page, `${shop}/market/${leather}`)
  for (const slug of [leather, 'invented-sugar-sialkot']) {
    await page.goto(`${shop}/market/${slug}`)
    await page.click('form[action="?/watch"] button')
    await page.waitForSelector('form[action="?/unwatch"] button')
  }
  const compared = `with=${leather}&with=invented-sugar-sialkot&with=invented-rupees-for-a-dollar`
  const pages: readonly (readonly [string, string])[] = [
    ['catalogue', ''],
    ['series', `/${leather}`],
    ['series-public', `/${flour}`],
    ['compare', `/compare?${compared}`],
    ['why', '/why'],
  ]
  for (const language of ['en', 'ur'] as const) {
    await page.goto(`${shop}/more`)
    const button = page.locator(`button[name=language][value=${language}]`)
    if ((await button.count()) > 0) await button.first().click()
    await page.waitForSelector(`html[lang=${language}]`)
    for (const [name, path] of pages) {
      const answer = await page.goto(`${shop}/market${path}`)
      if (answer?.status() !== 200) continue
      if (name === 'catalogue') await openFirst(page)
      await page.evaluate('document.fonts.ready')
      // As tall as the page, so that the bar at the foot of the screen stands at the foot of the picture.
      const height = await page.evaluate<number>('document.documentElement.scrollHeight')
      await page.setViewportSize({ width: 360, height })
      await page.screenshot({ path: join(out, `${name}-${language}-360.png`), fullPage: true })
      await page.setViewportSize({ width: 360, height: 760 })
    }
    if (language !== 'en') continue
    for (const row of await page.locator('main table tr').all()) {
      console.log((await row.locator('th, td').allTextContents()).join(' | '))
    }
  }
} finally {
  await browser.close()
  await platform.stop()
}

/** One row open, so that the picture shows what is in it. */
async function openFirst(page: Page): Promise<void> {
  const first = page.locator('#series details > summary').first()
  if ((await first.count()) > 0) await first.click()
}

/** The invented market takes its time to be made: waits until a series' page shows what is expected. */
async function untilMade(page: Page, address: string): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    await page.goto(address)
    if ((await page.locator('figure.chart path.next').count()) > 0) return
    await page.waitForTimeout(1000)
  }
  throw new Error('the market was not made')
}
