// SPDX-License-Identifier: Apache-2.0
import type { Fit, Model } from '../types.ts'
import { ets } from './ets.ts'
import { theta } from './theta.ts'
import { windowAverage } from './window-average.ts'

const MEMBERS: readonly Model[] = [ets, theta, windowAverage]

function mapParts(fit: Fit, change: (member: Model, part: Fit) => Fit): Fit[] {
  return MEMBERS.map((member, i) => change(member, fit.parts?.[i] as Fit))
}

/**
 * The plain mean of `ets`, `theta` and the average of the last twelve: three different habits, whose errors partly
 * cancel. Hard to beat where no model is clearly right.
 *
 * @source Clemen, "Combining forecasts: a review", IJF 5, 1989; equal weights: Makridakis and Hibon, "The M3
 *         competition", IJF 16, 2000, conclusion (c).
 */
export const combination: Model = {
  name: 'combination',

  minimumLength() {
    return theta.minimumLength(1)
  },

  fit(y, seasonLength) {
    return combineFits(MEMBERS.map((member) => member.fit(y, seasonLength)))
  },

  advance(fit, further) {
    return { ...fit, n: fit.n + further.length, parts: mapParts(fit, (member, part) => member.advance(part, further)) }
  },

  predict(fit, h) {
    const out = new Float64Array(h)
    MEMBERS.forEach((member, i) => {
      const ahead = member.predict(fit.parts?.[i] as Fit, h)
      for (let k = 0; k < h; k++) out[k] = (out[k] as number) + (ahead[k] as number) / MEMBERS.length
    })
    return out
  },
}

/** A combination of fits already made, in the order ets, theta, window-average: saves fitting the members twice. */
export function combineFits(parts: readonly Fit[]): Fit {
  const first = parts[0] as Fit
  return {
    model: 'combination',
    version: 1,
    seasonLength: first.seasonLength,
    n: first.n,
    parameters: {},
    state: {},
    parts,
  }
}
