// SPDX-License-Identifier: Apache-2.0
// axe-core and the weight of pages, in both languages and themes: node apps/web/tools/audit.ts /sign-in ...
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { fakeApi, owner } from './fake-api.ts'
import { serveBuild } from './serve.ts'

const paths = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let reader: Record<string, unknown> = {}
const account = owner['account.read'] as Record<string, unknown>
const server = await serveBuild(fakeApi({ ...owner, 'account.read': () => ({ ...account, ...reader }) }))
const browser = await chromium.launch({
  executablePath: ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync) ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
let faults = 0
for (const path of paths) {
  for (const language of ['en', 'ur']) {
    for (const theme of ['light', 'dark']) {
      reader = { language, theme }
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true })
      const signedIn = !/^\/(sign-in|sign-up|second-factor|$)/.test(path)
      const cookies = { language, theme, ...(signedIn ? { session: 'fake' } : {}) }
      await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: server.origin })))
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      const kinds = new Map<string, string>()
      let weight = 0
      session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const kind = kinds.get(requestId)
        if (kind === 'Document' || kind === 'Stylesheet' || kind === 'Script') weight += encodedDataLength
      })
      await page.goto(server.origin + path, { waitUntil: 'networkidle' })
      await page.evaluate(axe)
      const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
        violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
      }
      for (const { id, nodes } of found.violations) {
        faults += 1
        process.stdout.write(`  ${path} ${language} ${theme}: ${id} ×${nodes.length} ${nodes[0]?.html.slice(0, 160)}\n`)
      }
      if (theme === 'light') process.stdout.write(`${path} ${language}: ${(weight / 1000).toFixed(1)} kB\n`)
      await context.close()
    }
  }
}
await browser.close()
await server.close()
process.exitCode = faults > 0 ? 1 : 0
