// SPDX-License-Identifier: Apache-2.0
import { jointModel } from '../combination/of-models.ts'
import { arima } from './arima.ts'
import { ces } from './ces.ts'
import { dynamicOptimisedTheta } from './dynamic-optimised-theta.ts'
import { ets } from './ets.ts'

/**
 * The median of `ets`, `ces`, `arima` and `dynamic-optimised-theta`: the simple combination that was sixth of the M4
 * competition.
 *
 * @source Petropoulos and Svetunkov, "A simple combination of univariate models", IJF 36, 2020.
 */
export const medianOfFour = jointModel('median-of-four', 'median', [ets, ces, arima, dynamicOptimisedTheta])
