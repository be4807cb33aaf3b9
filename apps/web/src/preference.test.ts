// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageAsked, preferenceOf, safePath } from './preference.ts'

describe('the way back after signing in', () => {
  it('stays on this site, whatever is asked', () => {
    const tricks = [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '',
      '/\n//evil.example',
    ]
    for (const trick of tricks) expect(safePath(trick, '/home'), trick).toBe('/home')
  })

  it('never leaves for any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
          fc.string().map((text) => `//${text}`),
        ),
        (text) => {
          const path = safePath(text, '/home')
          expect(new URL(path, 'http://here.example').origin).toBe('http://here.example')
          expect(path.startsWith('//')).toBe(false)
        },
      ),
      { seed: 20261124, numRuns: 500 },
    )
  })

  it('keeps a path of ours with its question', () => {
    expect(safePath('/star/items?search=ball', '/home')).toBe('/star/items?search=ball')
  })
})

describe('the language', () => {
  it('is what the account says, then the device, then the browser', () => {
    expect(preferenceOf({ language: 'ur' }, { language: 'en' }, 'en', 'UTC').language).toBe('ur')
    expect(preferenceOf(null, { language: 'ur' }, 'en', 'UTC').language).toBe('ur')
    expect(preferenceOf(null, {}, 'ur-PK,en;q=0.5', 'UTC').language).toBe('ur')
    expect(preferenceOf(null, { language: 'xx' }, null, 'UTC').language).toBe('en')
  })

  it('follows the weights of the browser', () => {
    expect(languageAsked('en;q=0.4, ur;q=0.9')).toBe('ur')
    expect(languageAsked('fr, de')).toBe('en')
  })
})
