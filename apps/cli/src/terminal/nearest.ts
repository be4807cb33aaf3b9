// SPDX-License-Identifier: Apache-2.0

/** The candidate that a mistyped word most likely meant; undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 2))
  for (const candidate of candidates) {
    const far = candidate.startsWith(word) && word.length > 1 ? 0 : distance(word, candidate)
    if (far < least || (far === least && best === undefined)) {
      best = candidate
      least = far
    }
  }
  return best
}

/** Letters to add, drop or change (Levenshtein), by rows. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
