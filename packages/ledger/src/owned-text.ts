// SPDX-License-Identifier: Apache-2.0
import { unguardCell } from '@resham/formats'
import type { Role } from './types.ts'

/** Keeps one trimmed copy of each text that repeats. */
export type Owner = {
  own(role: Role, cell: string): string
}

const maxKept = 50_000

/**
 * Makes an owner of texts.
 *
 * A cell is cut from the text of a whole chunk, and an engine may keep the chunk alive as long as
 * the cell lives: a list of five thousand item names could hold a gigabyte. So each distinct text
 * is copied once, and every later line gets that copy.
 */
export function createOwner(): Owner {
  const kept = new Map<Role, { texts: Map<string, string>; lastCell: string; lastText: string }>()
  return {
    own(role, cell) {
      let shelf = kept.get(role)
      if (!shelf) {
        shelf = { texts: new Map(), lastCell: '', lastText: '' }
        kept.set(role, shelf)
      }
      if (cell === shelf.lastCell) return shelf.lastText
      let text = shelf.texts.get(cell)
      if (text === undefined) {
        text = copyOf(unguardCell(cell.trim()))
        if (shelf.texts.size >= maxKept) shelf.texts.clear()
        shelf.texts.set(copyOf(cell), text)
      }
      shelf.lastCell = cell
      shelf.lastText = text
      return text
    },
  }
}

/** A text with memory of its own: joining makes a new one, cutting that refers to the new one only. */
function copyOf(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
