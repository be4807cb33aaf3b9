// SPDX-License-Identifier: Apache-2.0
import { checkOptions } from '../door.ts'
import type { CalendarEvent, EventEffect } from '../types.ts'
import { estimateEffects } from './calendar.ts'

/**
 * What calendar events do to a series, without a forecast: to pool a category and hand its effects to its items as
 * priors.
 *
 * @param y [t], as for forecast(); exposures of shape [t] or longer.
 * @returns One an event, in the order given.
 * @throws  forecast.season-invalid, forecast.value-not-finite, forecast.value-too-large, forecast.event-invalid,
 *          forecast.unknown-invalid
 */
export function eventEffects(
  y: readonly number[],
  options: {
    readonly events: readonly CalendarEvent[]
    readonly seasonLength?: number
    readonly unknown?: readonly number[]
  },
): readonly EventEffect[] {
  const { seasonLength = 1, unknown = [] } = options
  // The door looks one period ahead; nothing here does.
  const events = options.events.map((event) => ({
    ...event,
    exposure: event.exposure.length < y.length ? event.exposure : [...event.exposure.slice(0, y.length), 0],
  }))
  const { known } = checkOptions(y, { h: 1, seasonLength, unknown, events })
  const values = Float64Array.from(y, (value, t) => (known[t] === 1 ? value : 0))
  return estimateEffects(values, known, events, seasonLength, 1).effects
}
