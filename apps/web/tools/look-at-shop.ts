// SPDX-License-Identifier: Apache-2.0
// Pictures and weights of the pages of a shop, with an invented one behind them:
//   node apps/web/tools/look-at-shop.ts OUT_FOLDER [en,ur] [light,dark] [360,1280] [full|empty|working|ended] PATH ...
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { fakeShop, type ShopState } from './fake-shop/shop.ts'
import { serveBuild } from './serve.ts'

const [out = 'pictures', languages = 'en,ur', themes = 'light', widths = '360', state = 'full', ...paths] =
  process.argv.slice(2)
mkdirSync(out, { recursive: true })
let reader: Record<string, unknown> = {}
const server = await serveBuild(
  fakeShop(
    () => reader,
    () => state as ShopState,
  ),
)
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const browser = await chromium.launch({
  executablePath: ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync) ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const say = (text: string) => process.stdout.write(`${text}\n`)
for (const path of paths) {
  for (const language of languages.split(',')) {
    for (const theme of themes.split(',')) {
      for (const width of widths.split(',').map(Number)) {
        const context = await browser.newContext({
          viewport: { width, height: width === 360 ? 740 : 800 },
          deviceScaleFactor: 1,
          bypassCSP: true,
        })
        const cookies = Object.entries({ language, theme, session: 'fake' })
        await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: server.origin })))
        reader = { language, theme }
        const page = await context.newPage()
        const where = `${path} ${language} ${theme} ${width}`
        page.on('console', (message) => {
          if (message.type() === 'error') say(`${where}: ${message.text()}`)
        })
        const answer = await page.goto(server.origin + path, { waitUntil: 'load' })
        if (answer?.status() !== 200) say(`${where}: status ${answer?.status()}`)
        const weighed = await fetch(server.origin + path, {
          headers: { accept: 'text/html', cookie: cookies.map((pair) => pair.join('=')).join('; ') },
        })
        const weight = weighed.headers.get('content-encoding')
          ? Number((await answer?.request().sizes())?.responseBodySize)
          : 0
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (wide > 0) say(`${where}: ${wide} px too wide`)
        await page.addScriptTag({ path: axePath })
        const { violations } = (await page.evaluate('axe.run()')) as {
          violations: { id: string; nodes: { html: string }[] }[]
        }
        const faults = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ~ ')}`,
        )
        for (const fault of faults) say(`${where}: ${fault}`)
        say(`${where}: ${weight} bytes`)
        const name = `${path.replace(/^\//, '').replace(/[^\w-]+/g, '_')}-${language}-${theme}-${width}-${state}.png`
        await page.screenshot({ path: `${out}/${name}`, fullPage: true })
        await context.close()
      }
    }
  }
}
await browser.close()
await server.close()
