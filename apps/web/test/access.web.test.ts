// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { smallLedger } from './ledger.ts'
import { describeInBrowser, languages, type Reader, shopWithBooks } from './reader.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const outside = ['/', '/sign-in', '/sign-up', '/offline', '/nothing-here']
const own = ['/account', '/businesses']
const ofShop = [
  ...['/today', '/trends', '/trends/customer', '/plan', '/plan/settings', '/plan/stock', '/plan/budget?amount=5000'],
  ...['/purchase-list', '/items', '/imports', '/imports/new', '/calendar', '/rules'],
  ...['/more', '/more/people', '/more/keys', '/more/jobs', '/more/record', '/more/settings'],
]

describeInBrowser('every page', (open) => {
  it('has nothing that a reader with a screen reader stumbles over, in both languages, light and dark', async () => {
    const reader = await open()
    const shop = await shopWithBooks(reader, smallLedger())
    await reader.page.goto(`${shop}/trends`)
    const story = (await reader.page.getAttribute('#trends a', 'href')) ?? ''
    const signedIn = [...own, ...ofShop.map((path) => shop + path), story, story.replace('/trends/item/', '/items/')]
    const found: string[] = []
    const stranger = await open()
    for (const language of languages) {
      await choose(reader, shop, language)
      await choose(stranger, '', language)
      for (const [who, paths] of [
        [stranger, outside],
        [reader, signedIn],
      ] as const) {
        for (const path of paths) {
          await who.page.goto(path)
          expect(await who.page.getAttribute('html', 'lang'), path).toBe(language)
          for (const colorScheme of ['light', 'dark'] as const) {
            await who.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
            for (const fault of await violations(who)) found.push(`${path} ${language} ${colorScheme}: ${fault}`)
          }
          const wide = await who.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          if (wide > 0) found.push(`${path} ${language}: ${wide} px wider than the screen`)
        }
      }
    }
    expect(found).toEqual([])
    // The missing page answers 404, which the browser reports; nothing else may be said.
    const complaints = [...reader.complaints, ...stranger.complaints].filter((line) => !line.includes('/nothing-here'))
    expect(complaints).toEqual([])
  })
})

async function choose({ page }: Reader, shop: string, language: string): Promise<void> {
  await page.goto(shop === '' ? '/sign-in' : `${shop}/more`)
  const button = page.locator(`button[name=language][value=${language}]`)
  if ((await button.count()) > 0) await button.click()
  await page.waitForSelector(`html[lang=${language}]`)
}

async function violations({ page }: Reader): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const { violations: found } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: { id: string; nodes: { html: string }[] }[]
  }
  return found.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
