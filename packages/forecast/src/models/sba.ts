// SPDX-License-Identifier: Apache-2.0
import { CROSTON_ALPHA, sizesAndGaps } from '../smoothing/sizes-and-gaps.ts'

/**
 * Croston's forecast less its bias: times 1 - alpha / 2.
 *
 * @source Syntetos and Boylan, "The accuracy of intermittent demand estimates", IJF 21, 2005.
 */
export const sba = sizesAndGaps('sba', 1 - CROSTON_ALPHA / 2)
