// SPDX-License-Identifier: Apache-2.0
import type { Fit } from '../types.ts'
import type { Ahead } from './ahead.ts'
import type { ArimaSolution } from './solution.ts'

/** Coefficients under numbered names: ar1, ar2, ... */
function numbered(name: string, values: readonly number[]): [string, number][] {
  return values.map((value, i) => [`${name}${i + 1}`, value])
}

function gathered(parameters: Fit['parameters'], name: string): number[] {
  const values: number[] = []
  for (let value = parameters[`${name}1`]; value !== undefined; value = parameters[`${name}${values.length + 1}`]) {
    values.push(value)
  }
  return values
}

/**
 * A solution as a stored fit.
 *
 * @param n Values fitted. @param weight Its share where it is one of several.
 */
export function storedFit(solution: ArimaSolution, n: number, weight: number): Fit {
  const { order, seasonLength, mean, unbiasedSigma2, standing, aicc } = solution
  const { p, d, q, P, D, Q, constant } = order
  return {
    model: 'arima',
    version: 1,
    seasonLength,
    n,
    parameters: {
      weight,
      ...{ p, d, q, P, D, Q, constant: constant ? 1 : 0 },
      ...Object.fromEntries([
        ...numbered('ar', solution.ar),
        ...numbered('ma', solution.ma),
        ...numbered('seasonalAr', solution.seasonalAr),
        ...numbered('seasonalMa', solution.seasonalMa),
        ...numbered('x', solution.beta),
      ]),
      mean,
      variance: unbiasedSigma2,
      ...(aicc === undefined ? {} : { aicc }),
    },
    state: { ...standing },
  }
}

/** What looking ahead needs, from a stored fit. */
export function fromStored({ parameters, state, seasonLength }: Fit): Ahead {
  const of = (name: string) => parameters[name] as number
  const row = (name: string) => state[name] as readonly number[]
  return {
    order: { p: of('p'), d: of('d'), q: of('q'), P: of('P'), D: of('D'), Q: of('Q'), constant: of('constant') === 1 },
    seasonLength,
    ar: gathered(parameters, 'ar'),
    ma: gathered(parameters, 'ma'),
    seasonalAr: gathered(parameters, 'seasonalAr'),
    seasonalMa: gathered(parameters, 'seasonalMa'),
    beta: gathered(parameters, 'x'),
    mean: of('mean'),
    unbiasedSigma2: of('variance'),
    standing: {
      tail: row('tail'),
      expected: row('expected'),
      gain: row('gain'),
      direction: row('direction'),
      shrink: state.shrink as number,
      variance: state.variance as number,
    },
  }
}
