// SPDX-License-Identifier: Apache-2.0
import { normalQuantile } from '@resham/stats'
import type { ItemDemand } from '../types.ts'
import { HORIZONS, PROBABILITIES } from './demand.ts'

/** Normal demand of so many pieces a day, each day on its own: the textbook's case. Not cut at zero. */
export function normalDemand(daily: number, deviation: number, changes: Partial<ItemDemand> = {}): ItemDemand {
  return {
    kind: 'demand',
    version: 1,
    basis: 'forecast',
    model: 'theta',
    weeks: 60,
    daily,
    horizons: HORIZONS,
    means: HORIZONS.map((days) => daily * days),
    probabilities: PROBABILITIES,
    quantiles: HORIZONS.map((days) =>
      PROBABILITIES.map((p) => Math.max(0, daily * days + normalQuantile(p) * deviation * Math.sqrt(days))),
    ),
    price: 1000,
    ...changes,
  }
}
