// SPDX-License-Identifier: Apache-2.0
import { fitBuckets, meanGap, moveBuckets, rateOf, WIDEST_BUCKET } from '../smoothing/buckets.ts'
import type { Model } from '../types.ts'

/**
 * Sums over as many periods as lie between two demands on average, smoothed and spread evenly: with fewer zeros there
 * is more to see. For items that sell seldom.
 *
 * @source Nikolopoulos, Syntetos, Boylan, Petropoulos and Assimakopoulos, "An aggregate-disaggregate intermittent demand
 *         approach (ADIDA) to forecasting", JORS 62, 2011.
 */
export const adida: Model = {
  name: 'adida',

  minimumLength() {
    return 1
  },

  fit(y, seasonLength) {
    return fitBuckets(y, Math.min(WIDEST_BUCKET, Math.round(meanGap(y))), seasonLength)
  },

  advance: moveBuckets,

  predict(fit, h) {
    return new Float64Array(h).fill(rateOf(fit))
  },
}
