// SPDX-License-Identifier: Apache-2.0
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { textOf } from '#lib/problem.ts'
import type { ItemChange } from './item-form.ts'

/** What a buyer reads, and what carriers ask, as typed. What is no number travels on, so that the API refuses it by name. */
export function detailsOf(form: FormData, before: Readonly<Record<string, string>>): ItemChange {
  // Descriptions in languages that the form does not show stay.
  const { en: _en, ur: _ur, ...others } = before
  const descriptions: Record<string, string> = { ...others }
  for (const language of ['en', 'ur']) {
    const text = textOf(form, `description-${language}`)
    if (text !== '') descriptions[language] = text
  }
  const change: Record<string, unknown> = { descriptions, attributes: attributesOf(textOf(form, 'attributes')) }
  for (const name of ['weightGrams', 'lengthMm', 'widthMm', 'heightMm']) {
    const typed = toWesternDigits(textOf(form, name)).replace(/[,٬\s]/g, '')
    change[name] = typed === '' ? null : /^\d{1,9}$/.test(typed) ? Number(typed) : typed
  }
  return { ...change, version: Number(textOf(form, 'version')) } as ItemChange
}

/** `Material: leather` on each line. A line without a colon is its own name. */
export function attributesOf(text: string): Record<string, string> {
  const lines = text.split('\n').map((line) => line.trim())
  return Object.fromEntries(
    lines
      .filter((line) => line !== '')
      .map((line) => {
        const [name = '', ...rest] = line.split(':')
        const value = rest.join(':').trim()
        return [name.trim(), value === '' ? '✓' : value]
      }),
  )
}

/** The same for the field. */
export function typedAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
