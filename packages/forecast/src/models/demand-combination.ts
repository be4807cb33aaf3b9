// SPDX-License-Identifier: Apache-2.0
import { jointModel } from '../combination/of-models.ts'
import { ces } from './ces.ts'
import { dynamicOptimisedTheta } from './dynamic-optimised-theta.ts'
import { imapa } from './imapa.ts'

/**
 * The mean of `ces`, `dynamic-optimised-theta` and `imapa`, for uneven demand, with zeros or without: the first follows
 * a change of level quickly, the second is calmer, the third looks at longer stretches at once.
 *
 * @source combination/of-models.ts; the members were chosen on weeks 59 to 82 of the ledger in
 *         docs/evidence/forecast-real-ledger, whose last eight weeks took no part.
 */
export const demandCombination = jointModel('demand-combination', 'mean', [ces, dynamicOptimisedTheta, imapa])
