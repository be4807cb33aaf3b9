// SPDX-License-Identifier: Apache-2.0

const RATIO = (Math.sqrt(5) - 1) / 2

/** A place and the value of the function there. */
export type Minimum1 = { readonly x: number; readonly value: number }

/**
 * Minimum of a function of one number on an interval: a coarse grid first, so that a second valley is not missed,
 * then golden-section search around the best point.
 *
 * @param f     Finite or +Infinity on the interval.
 * @param from  Lower end, included.
 * @param to    Upper end, included; above `from`.
 * @param options.grid  Points of the first look, at least 3.
 * @param options.steps Golden-section steps; each shrinks the bracket to 0.618 of itself.
 * @source Kiefer, "Sequential minimax search for a maximum", Proc. AMS 4, 1953.
 */
export function goldenSection(
  f: (x: number) => number,
  from: number,
  to: number,
  options: { readonly grid?: number; readonly steps?: number } = {},
): Minimum1 {
  const grid = Math.max(3, options.grid ?? 8)
  const steps = options.steps ?? 14
  const width = (to - from) / (grid - 1)
  let x = from
  let value = Number.POSITIVE_INFINITY
  for (let i = 0; i < grid; i++) {
    const here = i === grid - 1 ? to : from + i * width
    const there = f(here)
    if (there < value) {
      x = here
      value = there
    }
  }
  let low = Math.max(from, x - width)
  let high = Math.min(to, x + width)
  let left = high - RATIO * (high - low)
  let right = low + RATIO * (high - low)
  let atLeft = f(left)
  let atRight = f(right)
  for (let i = 0; i < steps; i++) {
    if (atLeft <= atRight) {
      high = right
      right = left
      atRight = atLeft
      left = high - RATIO * (high - low)
      atLeft = f(left)
    } else {
      low = left
      left = right
      atLeft = atRight
      right = low + RATIO * (high - low)
      atRight = f(right)
    }
  }
  if (atLeft < value) {
    x = left
    value = atLeft
  }
  if (atRight < value) {
    x = right
    value = atRight
  }
  return { x, value }
}
