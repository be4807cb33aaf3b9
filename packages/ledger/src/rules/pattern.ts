// SPDX-License-Identifier: Apache-2.0

/** Tells whether a text fits. */
export type Matches = (text: string) => boolean

/**
 * Makes a test from a pattern that a shopkeeper can write: `*` stands for anything, `#` for one
 * digit, all else for itself, whatever the case. `*postage*` fits any name with that word in it.
 *
 * Time is at most length of text times length of pattern: no pattern can hang the reader.
 */
export function compilePattern(pattern: string): Matches {
  const wanted = pattern.trim().toLowerCase()
  return (text) => matches(text.trim().toLowerCase(), wanted)
}

function matches(text: string, pattern: string): boolean {
  let at = 0
  let inPattern = 0
  let star = -1
  let resume = 0
  while (at < text.length) {
    const mark = pattern[inPattern]
    if (mark === '*') {
      star = inPattern++
      resume = at
    } else if (mark !== undefined && (mark === '#' ? isDigit(text.charCodeAt(at)) : mark === text[at])) {
      at++
      inPattern++
    } else if (star >= 0) {
      // The last star takes one character more, and the rest is tried again.
      inPattern = star + 1
      at = ++resume
    } else return false
  }
  while (pattern[inPattern] === '*') inPattern++
  return inPattern === pattern.length
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
