// SPDX-License-Identifier: Apache-2.0

/** How a curve is smoothed. */
export type Loess = {
  /** Values that each local fit looks at, odd, at least 3; may exceed the length of the series. */
  readonly window: number
  /** 0 fits a level around each point, 1 a line. */
  readonly degree: 0 | 1
  /** Fit at every so many points and draw straight lines between, at least 1. */
  readonly jump: number
}

/**
 * The local fit at one place: a weighted level or line through the values from `from` to `to`.
 *
 * @param place  Where to fit, in the same units as the indexes; may lie one step outside the series.
 * @param to     Index after the last value looked at.
 * @param window As in Loess: where it exceeds the series, far values lose less of their weight.
 * @param weights Weight of each value besides its distance, 0 to 1; all 1 when left out.
 * @returns      undefined where no value in the window has any weight.
 */
export function fitLocally(
  y: Float64Array,
  place: number,
  from: number,
  to: number,
  window: number,
  degree: 0 | 1,
  weights?: Float64Array,
): number | undefined {
  const n = y.length
  const reach = Math.max(place - from, to - 1 - place) + (window > n ? Math.floor((window - n) / 2) : 0)
  let total = 0
  let first = 0
  let second = 0
  let value = 0
  let moment = 0
  // Distances from the place, so that long series lose no digits to the square of an index.
  for (let i = from; i < to; i++) {
    const x = i - place
    const share = reach > 0 ? Math.abs(x) / reach : 0
    // The two thresholds are those of Cleveland's program: nothing at the edge, all in the middle.
    if (share > 0.999) continue
    const cube = 1 - share * share * share
    const near = share <= 0.001 ? 1 : cube * cube * cube
    const w = weights === undefined ? near : near * (weights[i] as number)
    total += w
    value += w * (y[i] as number)
    if (degree === 0) continue
    first += w * x
    second += w * x * x
    moment += w * x * (y[i] as number)
  }
  if (!(total > 0)) return undefined
  const level = value / total
  if (degree === 0) return level
  const centre = first / total
  const spread = second / total - centre * centre
  // With all weight on nearly one place no slope can be told.
  if (!(spread > 0) || Math.sqrt(spread) <= 0.001 * (n - 1)) return level
  const slope = (moment / total - centre * level) / spread
  return level - slope * centre
}

/**
 * Locally weighted regression over evenly spaced values.
 *
 * @param y       [n], finite; not changed.
 * @param weights Weight of each value, [n], 0 to 1; all 1 when left out.
 * @returns       The smooth curve, [n]. Where no value near a point has weight, the value itself.
 * @source Cleveland, Cleveland, McRae and Terpenning, "STL: a seasonal-trend decomposition procedure based on loess",
 *         Journal of Official Statistics 6, 1990, section 3.1, and its program's handling of ends and jumps.
 */
export function loess(y: Float64Array, { window, degree, jump }: Loess, weights?: Float64Array): Float64Array {
  const n = y.length
  if (n < 2) return Float64Array.from(y)
  const out = new Float64Array(n)
  const step = Math.max(1, Math.min(jump, n - 1))
  const half = (Math.min(window, n) - 1) / 2
  let before = 0
  for (let place = 0; ; place = Math.min(place + step, n - 1)) {
    const from = Math.max(0, Math.min(place - Math.floor(half), n - window))
    const to = Math.min(n, from + window)
    out[place] = fitLocally(y, place, from, to, window, degree, weights) ?? (y[place] as number)
    drawLine(out, before, place)
    before = place
    if (place === n - 1) return out
  }
}

/** Fills what lies between two places with the straight line between them. */
function drawLine(out: Float64Array, from: number, to: number): void {
  const start = out[from] as number
  const slope = ((out[to] as number) - start) / (to - from)
  for (let i = from + 1; i < to; i++) out[i] = start + slope * (i - from)
}
