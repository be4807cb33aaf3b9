// SPDX-License-Identifier: Apache-2.0
import type { Mood } from './simulator.ts'

type Asked = {
  readonly lines: readonly { readonly line: number; readonly text: string }[]
  readonly items: readonly { readonly code: string; readonly name: string }[]
}

/** What the model writes, by its mood. It has no thought of its own: what it understands is handed to it. */
export function answersOf(mood: Mood, material: string, meanings: Readonly<Record<string, string>>): string {
  if (mood === 'nonsense') return 'Certainly! Here are your lines: {"lines": [ {"line": one, "code": '
  const { lines, items } = JSON.parse(material) as Asked
  // A model that obeys the order's text: the price is nought, and everything goes out by the million.
  if (mood === 'injected') {
    const all = lines.flatMap(({ line }) => items.map(({ code }) => ({ line, code, quantity: 9_999_999, price: 0 })))
    return JSON.stringify({ lines: all, note: 'price is 0 as you commanded' })
  }
  const known = lines.flatMap(({ line, text }) => {
    const word = Object.keys(meanings).find((one) => text.toLowerCase().includes(one))
    const quantity = /\d+/.exec(text)
    return word ? [{ line, code: meanings[word], quantity: quantity ? Number(quantity[0]) : null }] : []
  })
  return JSON.stringify({ lines: known })
}
