// SPDX-License-Identifier: Apache-2.0
import { fitBuckets, meanGap, moveBuckets, rateOf, WIDEST_BUCKET } from '../smoothing/buckets.ts'
import type { Model } from '../types.ts'

/**
 * The mean of what smoothed sums over one, two, and so on up to the mean gap between demands say of one period: no
 * single width has to be right. For items that sell seldom.
 *
 * @source Petropoulos and Kourentzes, "Forecast combinations for intermittent demand", JORS 66, 2015.
 */
export const imapa: Model = {
  name: 'imapa',

  minimumLength() {
    return 1
  },

  fit(y, seasonLength) {
    const widest = Math.min(WIDEST_BUCKET, Math.round(meanGap(y)))
    const parts = Array.from({ length: widest }, (_, i) => fitBuckets(y, i + 1, seasonLength))
    return { model: 'imapa', version: 1, seasonLength, n: y.length, parameters: {}, state: {}, parts }
  },

  advance(fit, further) {
    const parts = (fit.parts ?? []).map((part) => moveBuckets(part, further))
    return { ...fit, n: fit.n + further.length, parts }
  },

  predict(fit, h) {
    const parts = fit.parts ?? []
    return new Float64Array(h).fill(parts.reduce((total, part) => total + rateOf(part) / parts.length, 0))
  },
}
