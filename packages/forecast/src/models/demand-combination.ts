// SPDX-License-Identifier: Apache-2.0
import { meanOfModels } from '../smoothing/mean-of-models.ts'
import { simpleSmoothing } from './simple-smoothing.ts'
import { theta } from './theta.ts'
import { tsb } from './tsb.ts'

/**
 * The mean of `theta`, `simple-smoothing` and `tsb`, for uneven demand, with zeros or without: the first two follow a
 * change of level quickly, the last is calm and sinks when an item stops selling.
 *
 * @source smoothing/mean-of-models.ts; the members were chosen on weeks 59 to 82 of the ledger in
 *         docs/evidence/forecast-real-ledger, whose last eight weeks took no part.
 */
export const demandCombination = meanOfModels('demand-combination', [theta, simpleSmoothing, tsb])
