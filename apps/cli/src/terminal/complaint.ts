// SPDX-License-Identifier: Apache-2.0
import { isWordKey, type Speak } from './words.ts'

/**
 * What is wrong, as a sentence; a code without words of its own is shown as it is, with its details.
 * `line` in the details puts the place in front, `meant` adds what was probably meant.
 */
export function complaint(speak: Speak, code: string, details: Readonly<Record<string, unknown>>): string {
  const { line, meant, ...rest } = details
  const values = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, asText(value)]))
  const key = `errors.${code}`
  const sentence = isWordKey(key) ? speak(key, values) : `${code} ${JSON.stringify(rest)}`
  const place = line === undefined ? '' : speak('errors.line', { line: asText(line) })
  const hint = meant === undefined || meant === '' ? '' : ` ${speak('errors.meant', { meant: asText(meant) })}`
  return `${place}${sentence}${hint}`
}

function asText(value: unknown): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value)
}
