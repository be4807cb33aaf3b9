// SPDX-License-Identifier: Apache-2.0
// Pictures of pages in both languages, light and dark, at both widths:
//   node apps/web/tools/look.ts OUT_FOLDER /sign-in /account ...
import { existsSync, mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { fakeApi, owner } from './fake-api.ts'
import { serveBuild } from './serve.ts'

const [out = 'pictures', ...paths] = process.argv.slice(2)
const quick = process.env.QUICK === '1'
mkdirSync(out, { recursive: true })
let reader: Record<string, unknown> = {}
const account = owner['account.read'] as Record<string, unknown>
const server = await serveBuild(fakeApi({ ...owner, 'account.read': () => ({ ...account, ...reader }) }))
const browser = await chromium.launch({
  executablePath: ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync) ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
for (const path of paths) {
  for (const language of ['en', 'ur']) {
    for (const theme of ['light', 'dark']) {
      for (const width of [360, 1280]) {
        if (quick && (theme === 'dark') !== (width === 1280)) continue
        const context = await browser.newContext({
          viewport: { width, height: width === 360 ? 740 : 800 },
          deviceScaleFactor: width === 360 ? 2 : 1,
        })
        const signedIn = !/^\/(sign-in|sign-up|second-factor|$)/.test(path)
        await context.addCookies(
          Object.entries({ language, theme, ...(signedIn ? { session: 'fake' } : {}) }).map(([name, value]) => ({
            name,
            value,
            url: server.origin,
          })),
        )
        reader = { language, theme }
        const page = await context.newPage()
        page.on('console', (message) => {
          if (message.type() === 'error') process.stdout.write(`${path} ${language}: ${message.text()}\n`)
        })
        await page.goto(server.origin + path, { waitUntil: 'networkidle' })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (wide > 0) process.stdout.write(`${path} ${language} ${width}: ${wide} px too wide\n`)
        const name = `${path.replaceAll('/', '_')}-${language}-${theme}-${width}.png`
        await page.screenshot({ path: `${out}/${name}`, fullPage: true })
        await context.close()
      }
    }
  }
}
await browser.close()
await server.close()
