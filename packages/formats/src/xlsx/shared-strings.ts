// SPDX-License-Identifier: Apache-2.0
import { formatError } from '../format-error.ts'
import { drainXml } from './xml.ts'

const maxChars = 128 * 1024 * 1024

/**
 * The shared texts of a workbook, in order. They must be held: any cell may point to any of them.
 *
 * @throws formats.too-large
 */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const texts: string[] = []
  let current = ''
  let chars = 0
  let inText = false
  let inPhonetic = false
  await drainXml(chunks, {
    open: (tag) => {
      if (tag === 'si') current = ''
      else if (tag === 't') inText = !inPhonetic
      else if (tag === 'rPh') inPhonetic = true
    },
    text: (text) => {
      if (inText) current += text
    },
    close: (tag) => {
      if (tag === 't') inText = false
      else if (tag === 'rPh') inPhonetic = false
      else if (tag === 'si') {
        chars += current.length + 16
        if (chars > maxChars) throw formatError('formats.too-large', { maxBytes: maxChars })
        texts.push(decodeEscapes(current))
      }
    },
  })
  return texts
}

/** Spreadsheets write control characters as `_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
