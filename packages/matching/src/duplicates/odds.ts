// SPDX-License-Identifier: Apache-2.0

/** Pairs below this are not worth a person's time. */
export const leastProbability = 0.5
/** Two records that share a key are one far less often than not; natural logarithm of the odds. */
export const oddsBefore = -4

/** From 0.7 on a name speaks for one thing, at 1 as strongly as a name can; below it, against. Log odds. */
export function oddsOfName(similarity: number): number {
  if (similarity >= 0.8) return 1.5 + 20 * (similarity - 0.8)
  return Math.max(-3, 1.5 + 15 * (similarity - 0.8))
}

export const probabilityOf = (odds: number) => 1 / (1 + Math.exp(-odds))

/** Same, other, or not known of one of them. */
export function compareMarks(a: string | null | undefined, b: string | null | undefined): 'same' | 'other' | 'unknown' {
  if (!a || !b) return 'unknown'
  return a === b ? 'same' : 'other'
}
