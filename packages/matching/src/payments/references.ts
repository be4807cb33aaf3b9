// SPDX-License-Identifier: Apache-2.0
import { oneScript } from '../fold/letters.ts'
import type { OpenDocument } from './types.ts'

/** How surely a document's number stands in a text: whole or with its letters; its last digits alone. */
export type ReferenceFound = { readonly document: OpenDocument; readonly sure: boolean }

/** A number's parts: `INV-26-00231` is letters `inv`, all `inv2600231`, tail `231`. */
type NumberParts = {
  readonly letters: string
  readonly all: string
  readonly tail: string
  readonly document: OpenDocument
}

/** Finds the numbers of the documents in the narratives of lines. */
export type ReferenceIndex = { readonly find: (text: string) => readonly ReferenceFound[] }

/** Fewer digits than this are a quantity or a day, unless the letters of the number stand before them. */
const fewestLoneDigits = 3

/** @param documents Those of one direction. */
export function indexReferences(documents: readonly OpenDocument[]): ReferenceIndex {
  const byTail = new Map<string, NumberParts[]>()
  for (const document of documents)
    for (const number of [document.number, document.reference]) {
      const parts = number === null ? undefined : partsOf(number, document)
      if (parts !== undefined) byTail.set(parts.tail, [...(byTail.get(parts.tail) ?? []), parts])
    }

  function find(text: string): ReferenceFound[] {
    const plain = oneScript(text)
    const collapsed = plain.replace(/[^a-z0-9]/g, '')
    const words = plain.match(/[a-z]+/g) ?? []
    const found = new Map<string, ReferenceFound>()
    for (const group of new Set(plain.match(/\d+/g))) {
      const tail = withoutZeros(group)
      for (const parts of byTail.get(tail) ?? []) {
        const isWhole = parts.all.length >= 4 && parts.all !== tail && collapsed.includes(parts.all)
        const sure = isWhole || words.some((word) => begins(word, parts.letters))
        if (!sure && group.length < fewestLoneDigits) continue
        if (found.get(parts.document.id)?.sure !== true)
          found.set(parts.document.id, { document: parts.document, sure })
      }
    }
    return [...found.values()]
  }
  return { find }
}

const withoutZeros = (digits: string) => digits.replace(/^0+(?=.)/, '')
const begins = (word: string, letters: string) =>
  letters.length >= 2 && word.length >= 2 && (word.startsWith(letters) || letters.startsWith(word))

function partsOf(number: string, document: OpenDocument): NumberParts | undefined {
  const plain = oneScript(number)
  const tail = plain.match(/\d+(?=\D*$)/)?.[0]
  if (tail === undefined) return undefined
  const all = plain.replace(/[^a-z0-9]/g, '')
  return { letters: plain.match(/[a-z]+/)?.[0] ?? '', all, tail: withoutZeros(tail), document }
}
