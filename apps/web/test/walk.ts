// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { languages, type Reader } from './reader.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Walks over pages in both languages, light and dark.
 *
 * English comes last, so that what a guest chose stays for what follows.
 *
 * @param settings A page with the buttons of the languages.
 * @returns What does not answer with 200, is in another language, has a hole in its words, is wider than the screen, or
 *          breaks a rule of access, each with its page.
 */
export async function stumblesOn(reader: Reader, settings: string, paths: readonly string[]): Promise<string[]> {
  const { page } = reader
  const found: string[] = []
  for (const language of languages.toReversed()) {
    await page.goto(settings)
    const button = page.locator(`button[name=language][value=${language}]`)
    if ((await button.count()) > 0) await button.click()
    await page.waitForSelector(`html[lang=${language}]`)
    for (const path of paths) {
      const tell = (fault: string) => found.push(`${path} ${language}: ${fault}`)
      const answer = await page.goto(path)
      if (answer?.status() !== 200) tell(`${answer?.status()}`)
      if ((await page.getAttribute('html', 'lang')) !== language) tell('in another language')
      if (/\{\w+\}|NaN|undefined/.test((await page.textContent('main')) ?? '')) tell('a hole in the words')
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        for (const fault of await violations(reader)) tell(`${colorScheme} ${fault}`)
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wide > 0) tell(`${wide} px wider than the screen`)
    }
  }
  return found
}

async function violations({ page }: Reader): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const { violations: found } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: { id: string; nodes: { html: string }[] }[]
  }
  return found.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
