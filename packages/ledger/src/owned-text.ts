// SPDX-License-Identifier: Apache-2.0
import { unguardCell } from '@resham/formats'

const maxKept = 50_000

/**
 * Makes an owner of the texts of one column: it gives one trimmed copy of each text that repeats.
 *
 * A cell is cut from the text of a whole chunk, and an engine may keep the chunk alive as long as
 * the cell lives: a list of five thousand item names could hold a gigabyte. So each distinct text
 * is copied once, and every later line gets that copy.
 */
export function createOwner(): (cell: string) => string {
  const kept = new Map<string, string>()
  let lastCell = ''
  let lastText = ''
  return (cell) => {
    if (cell === lastCell) return lastText
    let text = kept.get(cell)
    if (text === undefined) {
      text = copyOf(unguardCell(cell.trim()))
      if (kept.size >= maxKept) kept.clear()
      kept.set(copyOf(cell), text)
    }
    lastCell = cell
    lastText = text
    return text
  }
}

/** A text with memory of its own: joining makes a new one, cutting that refers to the new one only. */
function copyOf(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
