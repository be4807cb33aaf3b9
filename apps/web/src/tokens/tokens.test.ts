// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('..', import.meta.url))
const tokens = readFileSync(`${src}/tokens/tokens.css`, 'utf8')
const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(css|svelte)$/.test(path) && !path.startsWith('tokens/'))
  .map((path) => {
    const text = readFileSync(`${src}/${path}`, 'utf8')
    const css = path.endsWith('.css')
      ? text
      : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((hit) => hit[1]).join('\n')
    return { path, css: css.replace(/\/\*[\s\S]*?\*\//g, '') }
  })

const light = valuesIn(tokens, ':root {')
const dark = { ...light, ...valuesIn(tokens, ':root[data-theme="dark"] {') }
const darkOfPhone = valuesIn(tokens, ':root:not([data-theme="light"]) {')

describe('colours', () => {
  it('can be read: every pair of text and ground has the contrast of WCAG AA, light and dark', () => {
    const texts = ['ink', 'ink-soft', 'indigo', 'madder', 'turmeric-ink', 'leaf'] as const
    const grounds = ['paper', 'surface', 'sunk'] as const
    const washes = [
      ['indigo', 'indigo-wash'],
      ['madder', 'madder-wash'],
      ['turmeric-ink', 'turmeric-wash'],
      ['leaf', 'leaf-wash'],
      ['on-indigo', 'indigo'],
      ['ink', 'indigo-wash'],
      ['ink-soft', 'indigo-wash'],
    ] as const
    for (const [name, theme] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      for (const text of texts)
        for (const ground of grounds) {
          expect(contrast(theme[text], theme[ground]), `${name}: ${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
        }
      for (const [text, ground] of washes) {
        expect(contrast(theme[text], theme[ground]), `${name}: ${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
      expect(contrast(theme.edge, theme.surface), `${name}: edge of a field`).toBeGreaterThanOrEqual(3)
    }
  })

  it('are the same dark whether the phone or the person asks for it', () => {
    expect(valuesIn(tokens, ':root[data-theme="dark"] {')).toEqual(darkOfPhone)
  })
})

describe('style sheets', () => {
  it('take every colour from the tokens', () => {
    for (const { path, css } of sheets)
      expect(css.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? [], path).toEqual([])
  })

  it('speak of start and end, never of left and right', () => {
    const physical =
      /(?:^|[\s;{])((?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:/gm
    for (const { path, css } of sheets) {
      const declarations = css.replace(/@media[^{]*/g, '')
      expect(
        [...declarations.matchAll(physical)].map((hit) => hit[1]),
        path,
      ).toEqual([])
    }
  })

  it('use only tokens that exist', () => {
    for (const { path, css } of sheets) {
      for (const hit of css.matchAll(/var\(--([\w-]+)\)/g))
        expect(light, `${path}: --${hit[1]}`).toHaveProperty([hit[1] ?? ''])
    }
  })
})

function valuesIn(css: string, opening: string): Record<string, string> {
  const start = css.indexOf(opening)
  const block = css.slice(start + opening.length, css.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((hit) => [hit[1] ?? '', hit[2] ?? '']))
}

/** @source WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: string | undefined, other: string | undefined): number {
  const [a, b] = [luminance(one ?? ''), luminance(other ?? '')].sort((x, y) => y - x)
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)
}

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
