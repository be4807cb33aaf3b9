// SPDX-License-Identifier: Apache-2.0
// `npm run bench:counter`: from the finger on "Sold" to the confirmation on the screen of a phone 360 px wide, the sale on
// its disk. Two frames of the screen are in it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { smallLedger } from '../../apps/web/test/ledger.ts'
import { startPlatform } from './platform.ts'
import { importToToday, openSession } from './session.ts'

const sales = 40
const folder = await mkdtemp(join(tmpdir(), 'resham-counter-'))
const platform = await startPlatform()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const session = await openSession(platform.url, 'USD')
  const file = join(folder, 'sales.csv')
  await writeFile(file, smallLedger())
  await importToToday(session, file)
  const context = await browser.newContext({ viewport: { width: 360, height: 760 } })
  const cookies = session.cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: platform.url }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(`${platform.url}/${session.slug}/counter`)
  await page.waitForSelector('[data-counter]:not([hidden])')
  const taken: number[] = []
  for (let i = 0; i < sales; i++) {
    await page.fill('[data-find]', 'ball')
    await page.click('[data-hits] [data-take]')
    taken.push(await page.evaluate(sellAndWait))
    // The server shares these processors, a phone's does not: what was sold is in the books before the next is measured.
    await page.waitForSelector('[data-status][data-unsent="0"]', { state: 'attached' })
    await page.click('[data-next]')
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => (taken[Math.min(sales - 1, Math.floor(share * sales))] ?? 0).toFixed(1)
  console.log(`confirmed on screen, ${sales} sales: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`)
} finally {
  await browser.close()
  await platform.stop()
  await rm(folder, { recursive: true, force: true })
}

async function sellAndWait(): Promise<number> {
  const sell = document.querySelector<HTMLButtonElement>('[data-sell]')
  const done = document.querySelector<HTMLElement>('[data-done]')
  const begun = performance.now()
  sell?.click()
  while (done?.hidden) await new Promise((next) => requestAnimationFrame(next))
  await new Promise((next) => requestAnimationFrame(next))
  return performance.now() - begun
}
