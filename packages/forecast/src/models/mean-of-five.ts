// SPDX-License-Identifier: Apache-2.0
import { jointModel } from '../combination/of-models.ts'
import { arima } from './arima.ts'
import { ces } from './ces.ts'
import { dynamicOptimisedTheta } from './dynamic-optimised-theta.ts'
import { etsAverage } from './ets-average.ts'
import { mstl } from './mstl.ts'

/**
 * `combination` with `arima` as a fifth member, where a few milliseconds a series do not matter.
 *
 * @source combination/of-models.ts; members chosen on hold-outs inside M3's training parts: docs/evidence/forecast-m3.
 */
export const meanOfFive = jointModel('mean-of-five', 'mean', [etsAverage, dynamicOptimisedTheta, ces, mstl, arima])
