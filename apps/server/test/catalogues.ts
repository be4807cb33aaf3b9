// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'vitest'

const catalogues = ['en', 'ur'].map((language) => {
  const file = resolve(import.meta.dirname, `../../web/src/i18n/${language}.json`)
  return { language, words: JSON.parse(readFileSync(file, 'utf8')) as Record<string, string> }
})

/** Expects a key to have words in both languages. */
export function expectWords(key: string): void {
  for (const { language, words } of catalogues) expect(words, `${key} in ${language}`).toHaveProperty([key])
}
