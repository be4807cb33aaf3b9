// SPDX-License-Identifier: Apache-2.0

/**
 * Gives periods that are not known a plausible value, so that recursions can run over them: the value of the same
 * place in the seasons around it where one is known, moved by the difference of levels; otherwise between the known
 * neighbours. Scores leave these periods out, so the guess is never rewarded.
 *
 * @param y     [t]; not changed.
 * @param known 1 where y is known, [t]; at least one.
 * @returns     A copy without holes; y itself when there are none.
 */
export function fillUnknown(y: Float64Array, known: Uint8Array, seasonLength: number): Float64Array {
  const n = y.length
  if (!known.includes(0)) return y
  const straight = betweenNeighbours(y, known)
  if (seasonLength < 2 || n < 2 * seasonLength) return straight
  const out = Float64Array.from(straight)
  for (let t = 0; t < n; t++) {
    if (known[t] === 1) continue
    let total = 0
    let count = 0
    for (const other of [t - seasonLength, t + seasonLength]) {
      if (other < 0 || other >= n || known[other] !== 1) continue
      total += (y[other] as number) + localLevel(straight, t, seasonLength) - localLevel(straight, other, seasonLength)
      count += 1
    }
    if (count > 0) out[t] = total / count
  }
  return out
}

/** Leaves unknown periods out: right for models that only look at demands and the gaps between them. */
export function dropUnknown(y: Float64Array, known: Uint8Array): Float64Array {
  return known.includes(0) ? y.filter((_, t) => known[t] === 1) : y
}

/** Straight lines over the holes; flat before the first known value and after the last. */
function betweenNeighbours(y: Float64Array, known: Uint8Array): Float64Array {
  const out = Float64Array.from(y)
  let before = -1
  for (let t = 0; t <= y.length; t++) {
    if (t < y.length && known[t] !== 1) continue
    for (let i = before + 1; i < t; i++) {
      const left = before >= 0 ? (y[before] as number) : (y[t] as number)
      const right = t < y.length ? (y[t] as number) : left
      out[i] = left + ((right - left) * (i - before)) / (t - before)
    }
    before = t
  }
  return out
}

/** Mean over about one season around t. */
function localLevel(y: Float64Array, t: number, seasonLength: number): number {
  const from = Math.max(0, t - Math.floor(seasonLength / 2))
  const to = Math.min(y.length, from + seasonLength)
  let total = 0
  for (let i = from; i < to; i++) total += y[i] as number
  return total / (to - from)
}
