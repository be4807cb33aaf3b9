// SPDX-License-Identifier: Apache-2.0

/** A function with its gradient. `gradient` is asked only straight after `value` at the same place. */
export type Smooth = {
  /** Finite, or +Infinity where the function does not exist. It must not keep or change x. */
  readonly value: (x: Float64Array) => number
  /** Writes the derivatives at the place last valued, [k]. */
  readonly gradient: (x: Float64Array, out: Float64Array) => void
}

/** Where a quasi-Newton search ended. */
export type Descent = { readonly x: Float64Array; readonly value: number; readonly evaluations: number }

/** A step must win this share of what the slope promises (Armijo). */
const PROMISE = 1e-4
const MOST_HALVINGS = 12

/**
 * A valley of a smooth function of some dozens of numbers, by the BFGS method with a backtracking line search.
 *
 * @param start     Shape [k]; the function is finite there.
 * @param curvature Rough second derivatives at the start, [k], above zero: they scale the first steps, and spare most
 *                  of the turns in which the method would learn them.
 * @param options.turns Most turns. @param options.tolerance Fall of the value, absolute, below which it stops.
 * @source Nocedal and Wright, Numerical Optimization, 2nd ed. (2006), algorithms 3.1 and 6.1, equation (6.17).
 */
export function quasiNewton(
  f: Smooth,
  start: ArrayLike<number>,
  curvature: ArrayLike<number>,
  options: { readonly turns?: number; readonly tolerance?: number } = {},
): Descent {
  const k = start.length
  const turns = options.turns ?? 100
  const tolerance = options.tolerance ?? 1e-8
  // One block of memory cut into pieces, since short searches are many.
  const block = new Float64Array(k * (k + 6))
  const cut = (i: number) => block.subarray(i * k, (i + 1) * k)
  let x = cut(0)
  let next = cut(1)
  let slope = cut(2)
  let nextSlope = cut(3)
  const step = cut(4)
  const turn = cut(5)
  const inverse = block.subarray(6 * k)
  x.set(start)
  for (let i = 0; i < k; i++) inverse[i * k + i] = 1 / (curvature[i] as number)

  let value = f.value(x)
  let evaluations = 1
  f.gradient(x, slope)
  for (let round = 0; round < turns; round++) {
    const descent = downhill(inverse, slope, step)
    if (!(descent < 0) || -descent / 2 < tolerance) break
    let length = 1
    let there = Number.POSITIVE_INFINITY
    let halvings = 0
    for (; halvings < MOST_HALVINGS; halvings++) {
      for (let i = 0; i < k; i++) next[i] = (x[i] as number) + length * (step[i] as number)
      there = f.value(next)
      evaluations += 1
      if (there <= value + PROMISE * length * descent) break
      length *= shorten(there - value, length * descent)
    }
    if (halvings === MOST_HALVINGS) break
    f.gradient(next, nextSlope)
    const fall = value - there
    learn(inverse, step, length, slope, nextSlope, turn)
    const before = x
    x = next
    next = before
    const slopeBefore = slope
    slope = nextSlope
    nextSlope = slopeBefore
    value = there
    if (fall < tolerance) break
  }
  return { x, value, evaluations }
}

/** Writes the step, minus inverse times slope; returns how steeply it goes down. */
function downhill(inverse: Float64Array, slope: Float64Array, step: Float64Array): number {
  const k = slope.length
  let descent = 0
  for (let i = 0; i < k; i++) {
    let total = 0
    for (let j = 0; j < k; j++) total -= (inverse[i * k + j] as number) * (slope[j] as number)
    step[i] = total
    descent += total * (slope[i] as number)
  }
  return descent
}

/** By which factor to shorten a step that rose: the bottom of the parabola through what is known, within reason. */
function shorten(rise: number, promised: number): number {
  const bottom = -promised / (2 * (rise - promised))
  return bottom > 0.1 && bottom < 0.5 ? bottom : bottom >= 0.5 ? 0.5 : 0.1
}

/** Takes what a step of `length` times `step` showed of the curvature into the inverse. */
function learn(
  inverse: Float64Array,
  step: Float64Array,
  length: number,
  slope: Float64Array,
  nextSlope: Float64Array,
  turn: Float64Array,
): void {
  const k = step.length
  let along = 0
  let stepSize = 0
  let changeSize = 0
  for (let i = 0; i < k; i++) {
    step[i] = length * (step[i] as number)
    slope[i] = (nextSlope[i] as number) - (slope[i] as number)
    along += (step[i] as number) * (slope[i] as number)
    stepSize += (step[i] as number) ** 2
    changeSize += (slope[i] as number) ** 2
  }
  // Without curvature along the step there is nothing to learn, and the inverse would lose its sign.
  if (!(along > 1e-10 * Math.sqrt(stepSize * changeSize))) return
  let within = 0
  for (let i = 0; i < k; i++) {
    let total = 0
    for (let j = 0; j < k; j++) total += (inverse[i * k + j] as number) * (slope[j] as number)
    turn[i] = total
    within += total * (slope[i] as number)
  }
  const scale = (1 + within / along) / along
  for (let i = 0; i < k; i++) {
    const s = step[i] as number
    const q = turn[i] as number
    for (let j = 0; j <= i; j++) {
      const change = scale * s * (step[j] as number) - (q * (step[j] as number) + s * (turn[j] as number)) / along
      const both = (inverse[i * k + j] as number) + change
      inverse[i * k + j] = both
      inverse[j * k + i] = both
    }
  }
}
