// SPDX-License-Identifier: Apache-2.0

type Corner = { x: Float64Array; value: number }

/** Where a search ended, the value there, and how many evaluations it took. */
export type Minimum = { readonly x: Float64Array; readonly value: number; readonly evaluations: number }

/**
 * Minimum of a function of a few numbers inside a box, by the downhill simplex; points outside are moved to the edge.
 *
 * @param f           Finite or +Infinity. It must not keep the array it is given: the search writes to it again.
 * @param start       Shape [k], inside the box.
 * @param lower,upper Shape [k].
 * @param options.evaluations Most evaluations of f. @param options.tolerance Relative spread of values to stop at.
 * @source Nelder and Mead, "A simplex method for function minimization", The Computer Journal 7, 1965; coefficients
 *         1, 2, 1/2, 1/2. It can stall on hard functions; ours are smooth and of at most four numbers.
 */
export function nelderMead(
  f: (x: Float64Array) => number,
  start: ArrayLike<number>,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  options: { readonly evaluations?: number; readonly tolerance?: number } = {},
): Minimum {
  const k = start.length
  const limit = options.evaluations ?? 40 * k
  const tolerance = options.tolerance ?? 1e-6
  let used = 0

  const inside = (x: Float64Array): Float64Array => {
    for (let i = 0; i < k; i++) {
      x[i] = Math.min(upper[i] as number, Math.max(lower[i] as number, x[i] as number))
    }
    return x
  }
  const at = (x: Float64Array): number => {
    used += 1
    return f(x)
  }

  const points: Corner[] = Array.from({ length: k + 1 }, (_, corner) => {
    const x = Float64Array.from(start)
    if (corner > 0) {
      const i = corner - 1
      const step = ((upper[i] as number) - (lower[i] as number)) / 4
      const room = (upper[i] as number) - (x[i] as number) > step
      x[i] = (x[i] as number) + (room ? step : -step)
    }
    inside(x)
    return { x, value: at(x) }
  })

  const centre = new Float64Array(k)
  const along = (from: Float64Array, by: number): Corner => {
    const x = new Float64Array(k)
    for (let i = 0; i < k; i++) x[i] = (centre[i] as number) + by * ((from[i] as number) - (centre[i] as number))
    inside(x)
    return { x, value: at(x) }
  }

  while (used < limit) {
    points.sort((a, b) => a.value - b.value)
    const best = points[0] as Corner
    const worst = points[k] as Corner
    const second = points[k - 1] as Corner
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + 1e-300)) break

    centre.fill(0)
    for (let corner = 0; corner < k; corner++) {
      const { x } = points[corner] as Corner
      for (let i = 0; i < k; i++) centre[i] = (centre[i] as number) + (x[i] as number) / k
    }
    const reflected = along(worst.x, -1)
    if (reflected.value < best.value) {
      const expanded = along(worst.x, -2)
      points[k] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < second.value) {
      points[k] = reflected
    } else {
      const contracted = reflected.value < worst.value ? along(reflected.x, 0.5) : along(worst.x, 0.5)
      if (contracted.value < Math.min(reflected.value, worst.value)) {
        points[k] = contracted
      } else {
        for (let corner = 1; corner <= k; corner++) {
          const point = points[corner] as Corner
          for (let i = 0; i < k; i++) point.x[i] = ((best.x[i] as number) + (point.x[i] as number)) / 2
          point.value = at(point.x)
        }
      }
    }
  }
  points.sort((a, b) => a.value - b.value)
  const best = points[0] as Corner
  return { x: best.x, value: best.value, evaluations: used }
}
