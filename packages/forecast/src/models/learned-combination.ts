// SPDX-License-Identifier: Apache-2.0
import { weightsFor } from '../combination/learned.ts'
import { LEARNED_WEIGHTS } from '../combination/learned-weights.ts'
import type { Fit, Model, ModelName } from '../types.ts'
import { ar } from './ar.ts'
import { ces } from './ces.ts'
import { dampedHolt } from './damped-holt.ts'
import { drift } from './drift.ts'
import { dynamicOptimisedTheta } from './dynamic-optimised-theta.ts'
import { etsAverage } from './ets-average.ts'
import { mstl } from './mstl.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { theta } from './theta.ts'

const MEMBERS = new Map<ModelName, Model>(
  [etsAverage, dynamicOptimisedTheta, ces, mstl, theta, ar, dampedHolt, drift, seasonalNaive].map((m) => [m.name, m]),
)

/** Fewest values from which features can be read. */
const FEWEST = 4

/**
 * A weighted mean of nine models, each series with weights of its own, read from its features by what was learnt on the
 * training parts of the M3 series: `npm run train:forecast-weights`. `context.weights` takes their place where given.
 *
 * @source combination/train-weights.ts, combination/features.ts
 */
export const learnedCombination: Model = {
  name: 'learned-combination',

  minimumLength() {
    return FEWEST
  },

  fit(y, seasonLength, context) {
    const learned = context?.weights ?? LEARNED_WEIGHTS
    const all = weightsFor(y, seasonLength, learned)
    const able = learned.members.flatMap((name, i) => {
      const member = MEMBERS.get(name)
      return member && y.length >= member.minimumLength(seasonLength) ? [{ member, weight: all[i] as number }] : []
    })
    const total = able.reduce((sum, { weight }) => sum + weight, 0)
    const weights = able.map(({ weight }) => weight / total)
    const parts = able.map(({ member }) => member.fit(y, seasonLength, context))
    return {
      model: 'learned-combination',
      version: 1,
      seasonLength,
      n: y.length,
      parameters: {},
      state: { weights },
      parts,
    }
  },

  advance(fit, further) {
    const parts = (fit.parts ?? []).map((part) => memberOf(part).advance(part, further))
    return { ...fit, n: fit.n + further.length, parts }
  },

  predict(fit, h) {
    const weights = fit.state.weights as readonly number[]
    const out = new Float64Array(h)
    fit.parts?.forEach((part, i) => {
      const said = memberOf(part).predict(part, h)
      for (let k = 0; k < h; k++) out[k] = (out[k] as number) + (weights[i] as number) * (said[k] as number)
    })
    return out
  },
}

function memberOf(part: Fit): Model {
  return MEMBERS.get(part.model) as Model
}
