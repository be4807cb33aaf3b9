// SPDX-License-Identifier: Apache-2.0
import { jointModel } from '../combination/of-models.ts'
import { ces } from './ces.ts'
import { dynamicOptimisedTheta } from './dynamic-optimised-theta.ts'
import { etsAverage } from './ets-average.ts'
import { mstl } from './mstl.ts'

/**
 * The mean of `ets-average`, `dynamic-optimised-theta`, `ces` and `mstl`, for regular series: all know seasons, and
 * each follows a trend its own way. With `arima` as a fifth it errs a little less still and takes three times as long.
 *
 * @source combination/of-models.ts; members chosen on hold-outs inside M3's training parts: docs/evidence/forecast-m3.
 */
export const combination = jointModel('combination', 'mean', [etsAverage, dynamicOptimisedTheta, ces, mstl])
