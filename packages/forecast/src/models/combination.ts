// SPDX-License-Identifier: Apache-2.0
import { meanOfModels } from '../smoothing/mean-of-models.ts'
import { ets } from './ets.ts'
import { simpleSmoothing } from './simple-smoothing.ts'
import { theta } from './theta.ts'

/**
 * The mean of `ets`, `theta` and `simple-smoothing`, for regular series: one that may follow a trend, one that follows
 * half of it, one that follows none.
 *
 * @source smoothing/mean-of-models.ts; in the spirit of "Comb S-H-D" of the M3 competition.
 */
export const combination = meanOfModels('combination', [ets, theta, simpleSmoothing])
