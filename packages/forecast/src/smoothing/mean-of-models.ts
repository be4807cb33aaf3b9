// SPDX-License-Identifier: Apache-2.0
import { median } from '@resham/stats'
import type { Fit, Model, ModelName } from '../types.ts'

/** A model that is the plain mean of others. */
export type MeanModel = Model & { readonly members: readonly ModelName[] }

/**
 * Makes the mean of some models: different habits, whose errors partly cancel.
 *
 * @source Clemen, "Combining forecasts: a review", IJF 5, 1989; equal weights: Makridakis and Hibon, "The M3
 *         competition", IJF 16, 2000, conclusion (c).
 */
export function meanOfModels(name: ModelName, members: readonly Model[]): MeanModel {
  function mapParts(fit: Fit, change: (member: Model, part: Fit) => Fit): Fit[] {
    return members.map((member, i) => change(member, fit.parts?.[i] as Fit))
  }

  return {
    name,
    members: members.map((member) => member.name),

    minimumLength(seasonLength) {
      return Math.max(...members.map((member) => member.minimumLength(seasonLength)))
    },

    fit(y, seasonLength) {
      const parts = members.map((member) => member.fit(y, seasonLength))
      return { model: name, version: 1, seasonLength, n: y.length, parameters: {}, state: {}, parts }
    },

    advance(fit, further) {
      return {
        ...fit,
        n: fit.n + further.length,
        parts: mapParts(fit, (member, part) => member.advance(part, further)),
      }
    },

    predict(fit, h) {
      return meanOfValues(members.map((member, i) => member.predict(fit.parts?.[i] as Fit, h)))
    },
  }
}

/** Mean, place by place, of arrays of one length. */
export function meanOfValues(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts[0]?.length ?? 0)
  for (const part of parts) {
    for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + (part[i] as number) / parts.length
  }
  return out
}

/** Median, place by place, of arrays of one length: the mean of the two in the middle where their number is even. */
export function medianOfValues(parts: readonly Float64Array[]): Float64Array {
  return Float64Array.from(parts[0] ?? [], (_, i) => median(parts.map((part) => part[i] as number)))
}
