// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { errorTable } from '@resham/contract'
import { parse } from 'svelte/compiler'
import { describe, expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }
import ur from './ur.json' with { type: 'json' }

type Entry = string | Readonly<Record<string, string>>
const english: Readonly<Record<string, Entry>> = en
const urdu: Readonly<Record<string, Entry>> = ur
const src = fileURLToPath(new URL('..', import.meta.url))
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.endsWith('.test.ts') && !path.includes('routes/design/'))
  .map((path) => ({ path, text: readFileSync(`${src}/${path}`, 'utf8') }))

describe('the catalogues', () => {
  it('say every key in both languages', () => {
    expect(Object.keys(urdu)).toEqual(Object.keys(english))
  })

  it('leave no text empty', () => {
    for (const catalogue of [english, urdu]) {
      for (const [key, entry] of Object.entries(catalogue))
        for (const text of forms(entry)) expect(text.trim(), key).not.toBe('')
    }
  })

  it('have the same holes in both languages', () => {
    for (const [key, entry] of Object.entries(english)) expect(holes(urdu[key] ?? ''), key).toEqual(holes(entry))
  })

  it('have every plural form that the language needs', () => {
    for (const [language, catalogue] of [
      ['en', english],
      ['ur', urdu],
    ] as const) {
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      for (const [key, entry] of Object.entries(catalogue)) {
        if (typeof entry !== 'string') expect(Object.keys(entry).sort(), key).toEqual([...needed].sort())
      }
    }
  })

  it('are written in Urdu letters on the Urdu side', () => {
    const bare = Object.entries(urdu).filter(([, entry]) =>
      forms(entry).some((text) => /\p{L}/u.test(text.replace(/\{\w+\}/g, '')) && !/[\u0600-\u06ff]/.test(text)),
    )
    // The names of languages are written in their own letters.
    expect(bare.map(([key]) => key)).toEqual(['account.language.en', 'language.other'])
  })

  it('use Urdu letters, not the Arabic ones that look the same', () => {
    for (const [key, entry] of Object.entries(urdu)) expect(forms(entry).join(' '), key).not.toMatch(/[يكىة]/)
  })

  it('have words for every error code, in both languages', () => {
    for (const code of Object.keys(errorTable)) {
      expect(english, code).toHaveProperty([`errors.${code}`])
      expect(urdu, code).toHaveProperty([`errors.${code}`])
    }
  })

  it('hold no key that no page uses', () => {
    const all = sources.map(({ text }) => text).join('\n')
    const literal = new Set([...all.matchAll(/['"`]([\w-]+(?:\.[\w-]+)*)['"`]/g)].map((hit) => hit[1]))
    // A key made from data: `role.${role}`. What stands before the first hole must name a family.
    const families = [...all.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map((hit) => hit[1] ?? '')
    const unused = Object.keys(english).filter(
      (key) => !literal.has(key) && !families.some((start) => key.startsWith(start)),
    )
    expect(unused).toEqual([])
  })
})

describe('pages', () => {
  it('carry no words of their own: every text comes from the catalogues', () => {
    const bare: string[] = []
    for (const { path, text } of sources.filter((source) => source.path.endsWith('.svelte'))) {
      for (const found of words(parse(text, { modern: true }).fragment)) bare.push(`${path}: ${found}`)
    }
    expect(bare).toEqual([])
  })
})

function forms(entry: Entry): readonly string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry)
}

function holes(entry: Entry): string[] {
  return [
    ...new Set(forms(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1] ?? ''))),
  ].sort()
}

const readAttributes = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label'])

/** Letters that stand in the markup itself, outside code. */
function words(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(words)
  if (typeof node !== 'object' || node === null) return []
  const { type, name, data, value, ...rest } = node as Record<string, unknown>
  if (type === 'Text') return /\p{L}{2}/u.test(String(data)) ? [String(data).trim()] : []
  if (type === 'Attribute') {
    const literal = Array.isArray(value) ? value.filter((part) => (part as { type?: string }).type === 'Text') : []
    return readAttributes.has(String(name)) ? words(literal) : []
  }
  if (type === 'ExpressionTag' || type === 'Comment') return []
  return [...words(value), ...Object.values(rest).flatMap(words)]
}
