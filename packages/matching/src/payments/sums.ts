// SPDX-License-Identifier: Apache-2.0

/** Steps after which the search gives up: a payment for thirty invoices is not worth a second of everybody's time. */
const mostSteps = 4_000
const mostSummands = 12

/**
 * Which of the values add up to the target: sets of two and more, in the order in which the search meets them, which
 * takes early values first. At most `most` sets; a search that gets too long ends with what it has.
 *
 * @param values    Whole numbers above zero, [n], those most likely to be paid first (oldest first).
 * @param tolerance How far a sum may lie from the target, whole.
 * @returns Sets of ascending places in `values`.
 */
export function findSums(values: readonly number[], target: number, tolerance: number, most: number): number[][] {
  const found: number[][] = []
  const chosen: number[] = []
  // What the values from each place on add up to: below it a branch cannot reach the target any more.
  const remaining = new Float64Array(values.length + 1)
  for (let i = values.length - 1; i >= 0; i--) remaining[i] = (remaining[i + 1] as number) + (values[i] as number)
  let steps = 0

  function search(from: number, left: number): void {
    if (found.length >= most || ++steps > mostSteps) return
    if (Math.abs(left) <= tolerance && chosen.length >= 2) {
      found.push([...chosen])
      return
    }
    if (left < -tolerance || chosen.length >= mostSummands) return
    for (let i = from; i < values.length; i++) {
      if ((remaining[i] as number) < left - tolerance) return
      const value = values[i] as number
      if (value > left + tolerance) continue
      chosen.push(i)
      search(i + 1, left - value)
      chosen.pop()
      if (found.length >= most || steps > mostSteps) return
    }
  }

  search(0, target)
  return found
}
