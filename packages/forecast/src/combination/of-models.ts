// SPDX-License-Identifier: Apache-2.0
import { median } from '@resham/stats'
import type { Fit, Joint, Model, ModelName } from '../types.ts'

/** A model that joins others. */
export type JointModel = Model & { readonly joins: Joint }

/**
 * Makes the mean, or the median, of some models at each step ahead: different habits, whose errors partly cancel. A
 * member that the series is too short for stays out.
 *
 * @param members At least one; the fit of each is a part of the whole's.
 * @source Clemen, "Combining forecasts: a review", IJF 5, 1989; equal weights: Makridakis and Hibon, "The M3
 *         competition", IJF 16, 2000, conclusion (c).
 */
export function jointModel(name: ModelName, by: Joint['by'], members: readonly Model[]): JointModel {
  const byName = new Map(members.map((member) => [member.name, member]))
  const partsOf = (fit: Fit) => (fit.parts ?? []).map((part) => ({ part, member: byName.get(part.model) as Model }))

  return {
    name,
    joins: { by, members: members.map((member) => member.name) },

    minimumLength(seasonLength) {
      return Math.min(...members.map((member) => member.minimumLength(seasonLength)))
    },

    fit(y, seasonLength, context) {
      const able = members.filter((member) => y.length >= member.minimumLength(seasonLength))
      const parts = able.map((member) => member.fit(y, seasonLength, context))
      return { model: name, version: 1, seasonLength, n: y.length, parameters: {}, state: {}, parts }
    },

    advance(fit, further) {
      const parts = partsOf(fit).map(({ part, member }) => member.advance(part, further))
      return { ...fit, n: fit.n + further.length, parts }
    },

    predict(fit, h, xAhead) {
      return joined(
        by,
        partsOf(fit).map(({ part, member }) => member.predict(part, h, xAhead)),
      )
    },
  }
}

/** What members say, joined place by place. */
export function joined(by: Joint['by'], parts: readonly Float64Array[]): Float64Array {
  return by === 'mean' ? meanOfValues(parts) : medianOfValues(parts)
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
