// SPDX-License-Identifier: Apache-2.0
import { meanOfModels } from '../smoothing/mean-of-models.ts'
import { etsAverage } from './ets-average.ts'
import { theta } from './theta.ts'

/**
 * The mean of `ets-average` and `theta`, for regular series: both know seasons, one may follow a trend in full, the other
 * follows half of it. A member without season would spoil it for series that have one.
 *
 * @source smoothing/mean-of-models.ts
 */
export const combination = meanOfModels('combination', [etsAverage, theta])
