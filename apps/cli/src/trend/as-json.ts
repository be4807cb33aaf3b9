// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber, isDeclined } from '@resham/base'
import type { Look } from './look.ts'

/** What is said of one series as plain data: periods by their first days, parts as lists. */
export function asJson({ series, explanation, change, next }: Look) {
  const day = (at: number) => fromDayNumber(series.days[at] as number)
  return {
    name: series.name,
    frequency: series.frequency,
    from: day(0),
    to: day(series.days.length - 1),
    periods: series.days.length,
    unknown: series.unknown.map(day),
    notes: series.notes,
    explanation: isDeclined(explanation)
      ? explanation
      : {
          engine: explanation.engine,
          version: explanation.version,
          trend: { ...explanation.trend, since: day(explanation.trend.since) },
          season: explanation.season ?? null,
          changes: explanation.changes.map((one) => ({ ...one, at: day(one.at) })),
          oneOffs: explanation.oneOffs.map((one) => ({ ...one, from: day(one.from), to: day(one.to) })),
          noise: explanation.noise,
          parts: Object.fromEntries(Object.entries(explanation.parts).map(([name, part]) => [name, [...part]])),
        },
    change: change ?? null,
    forecast: isDeclined(next)
      ? next
      : {
          model: next.model,
          days: next.days.map(fromDayNumber),
          mean: [...next.mean],
          lo80: [...(next.lo['80'] ?? [])],
          hi80: [...(next.hi['80'] ?? [])],
        },
  }
}
