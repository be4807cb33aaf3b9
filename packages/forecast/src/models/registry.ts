// SPDX-License-Identifier: Apache-2.0
import type { Fit, Model, ModelName } from '../types.ts'
import { adida } from './adida.ts'
import { ar } from './ar.ts'
import { arima } from './arima.ts'
import { autoTheta } from './auto-theta.ts'
import { backtestCombination } from './backtest-combination.ts'
import { ces } from './ces.ts'
import { combination } from './combination.ts'
import { croston } from './croston.ts'
import { dampedHolt } from './damped-holt.ts'
import { demandCombination } from './demand-combination.ts'
import { drift } from './drift.ts'
import { dynamicOptimisedTheta } from './dynamic-optimised-theta.ts'
import { dynamicTheta } from './dynamic-theta.ts'
import { ets } from './ets.ts'
import { etsAverage } from './ets-average.ts'
import { holt } from './holt.ts'
import { holtWintersAdditive } from './holt-winters-additive.ts'
import { holtWintersMultiplicative } from './holt-winters-multiplicative.ts'
import { imapa } from './imapa.ts'
import { learnedCombination } from './learned-combination.ts'
import { meanOfFive } from './mean-of-five.ts'
import { medianOfFour } from './median-of-four.ts'
import { mstl } from './mstl.ts'
import { naive } from './naive.ts'
import { optimisedTheta } from './optimised-theta.ts'
import { sba } from './sba.ts'
import { seasonalMedian } from './seasonal-median.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { seasonalWindowAverage } from './seasonal-window-average.ts'
import { simpleSmoothing } from './simple-smoothing.ts'
import { theta } from './theta.ts'
import { tsb } from './tsb.ts'
import { windowAverage } from './window-average.ts'

/** Every model by name. A new model is one file and one line here, in MODEL_NAMES, and in choice.ts where it competes. */
export const MODELS: Readonly<Record<ModelName, Model>> = {
  naive,
  drift,
  'seasonal-naive': seasonalNaive,
  'window-average': windowAverage,
  'seasonal-window-average': seasonalWindowAverage,
  'simple-smoothing': simpleSmoothing,
  holt,
  'damped-holt': dampedHolt,
  'holt-winters-additive': holtWintersAdditive,
  'holt-winters-multiplicative': holtWintersMultiplicative,
  ets,
  'ets-average': etsAverage,
  theta,
  'optimised-theta': optimisedTheta,
  'dynamic-theta': dynamicTheta,
  'dynamic-optimised-theta': dynamicOptimisedTheta,
  'auto-theta': autoTheta,
  ces,
  arima,
  combination,
  'mean-of-five': meanOfFive,
  'learned-combination': learnedCombination,
  'backtest-combination': backtestCombination,
  'median-of-four': medianOfFour,
  mstl,
  ar,
  'seasonal-median': seasonalMedian,
  'demand-combination': demandCombination,
  croston,
  sba,
  tsb,
  adida,
  imapa,
}

/** Values ahead from a stored fit, by the model that made it. */
export function predictFrom(fit: Fit, h: number): Float64Array {
  return MODELS[fit.model].predict(fit, h)
}
