// SPDX-License-Identifier: Apache-2.0
import { sizesAndGaps } from '../smoothing/sizes-and-gaps.ts'

/**
 * Size of a demand over the gap between demands, each smoothed by 0.1. For items that sell seldom. Biased upwards by
 * a few percent; `sba` corrects that.
 *
 * @source Croston, "Forecasting and stock control for intermittent demands", Operational Research Quarterly 23, 1972.
 */
export const croston = sizesAndGaps('croston', 1)
