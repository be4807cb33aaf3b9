// SPDX-License-Identifier: Apache-2.0

/** A stretch with one straight course: value and slope at its first period. */
export type Segment = {
  readonly from: number
  /** First period no longer in it. */
  readonly to: number
  readonly start: number
  readonly slope: number
}

/** What a further change of course, and a slope that is not 0, must save in squared error to be believed. */
export type Penalty = { readonly change: number; readonly slope: number }

/** Sums from the start, so that the fit of any stretch costs a few additions. */
type Sums = { readonly y: Float64Array; readonly ty: Float64Array; readonly yy: Float64Array }

/**
 * Cuts a series into straight stretches, level or sloping, with the least sum of squared errors and penalties: the best
 * of all ways, by dynamic programming.
 *
 * Squares follow outliers: clean them first. Time grows with n squared; cut long series into blocks first.
 *
 * @param y       [n], finite, n at least 1.
 * @param least   Fewest periods of a stretch.
 * @param penalty Both above 0.
 * @returns In order, covering all; each as the least-squares fit of its own stretch.
 * @source Jackson et al., "An algorithm for optimal partitioning of data on an interval", IEEE Signal Processing Letters
 *         12, 2005; slopes as Baranowski, Chen and Fryzlewicz, "Narrowest-over-threshold detection", JRSS B 81, 2019,
 *         scenario S2.
 */
export function straightStretches(y: Float64Array, least: number, penalty: Penalty): Segment[] {
  const n = y.length
  const sums = sumsOf(y)
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const cut = new Int32Array(n + 1)
  best[0] = -penalty.change
  for (let to = Math.min(least, n); to <= n; to++) {
    for (let from = 0; from <= to - Math.min(least, n); from++) {
      if (best[from] === Number.POSITIVE_INFINITY) continue
      const cost = (best[from] as number) + penalty.change + stretchFit(sums, from, to, penalty.slope).cost
      if (cost < (best[to] as number)) {
        best[to] = cost
        cut[to] = from
      }
    }
  }
  const segments: Segment[] = []
  for (let to = n; to > 0; to = cut[to] as number) {
    const from = cut[to] as number
    const { start, slope } = stretchFit(sums, from, to, penalty.slope)
    segments.unshift({ from, to, start, slope })
  }
  return segments
}

/**
 * The same cuts, each moved to where it fits best within `reach` periods, and left out where it then saves too little;
 * with the stretches fitted anew.
 *
 * @param y    The series in full, where `cuts` were found on blocks of it.
 * @param cuts First periods of all stretches but the first, rising.
 */
export function withFinerCuts(
  y: Float64Array,
  cuts: readonly number[],
  options: { readonly reach: number; readonly least: number; readonly penalty: Penalty },
): Segment[] {
  const { reach, least, penalty } = options
  const sums = sumsOf(y)
  const costOf = (from: number, to: number) => stretchFit(sums, from, to, penalty.slope).cost
  const edges = [0]
  cuts.forEach((here, i) => {
    const left = edges[edges.length - 1] as number
    const right = cuts[i + 1] ?? y.length
    let best = costOf(left, right) - penalty.change
    let place: number | undefined
    const last = Math.min(here + reach, right - least)
    for (let cut = Math.max(here - reach, left + least); cut <= last; cut++) {
      const cost = costOf(left, cut) + costOf(cut, right)
      if (cost >= best) continue
      best = cost
      place = cut
    }
    if (place !== undefined) edges.push(place)
  })
  edges.push(y.length)
  return edges.slice(1).map((to, i) => {
    const from = edges[i] as number
    const { start, slope } = stretchFit(sums, from, to, penalty.slope)
    return { from, to, start, slope }
  })
}

function sumsOf(y: Float64Array): Sums {
  const n = y.length
  const sums = { y: new Float64Array(n + 1), ty: new Float64Array(n + 1), yy: new Float64Array(n + 1) }
  for (let t = 0; t < n; t++) {
    const value = y[t] as number
    sums.y[t + 1] = (sums.y[t] as number) + value
    sums.ty[t + 1] = (sums.ty[t] as number) + t * value
    sums.yy[t + 1] = (sums.yy[t] as number) + value * value
  }
  return sums
}

/** The better of a level and a line through one stretch. */
function stretchFit(
  { y, ty, yy }: Sums,
  from: number,
  to: number,
  slopePenalty: number,
): { cost: number; start: number; slope: number } {
  const n = to - from
  const total = (y[to] as number) - (y[from] as number)
  const mean = total / n
  const centre = (n - 1) / 2
  const flat = Math.max(0, (yy[to] as number) - (yy[from] as number) - total * mean)
  const products = (ty[to] as number) - (ty[from] as number) - (from + centre) * total
  const squares = (n * (n * n - 1)) / 12
  const slope = squares > 0 ? products / squares : 0
  const sloped = Math.max(0, flat - slope * products) + slopePenalty
  return sloped < flat ? { cost: sloped, start: mean - slope * centre, slope } : { cost: flat, start: mean, slope: 0 }
}
