// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { CalendarEvent } from '../types.ts'

/**
 * An event with the periods before and after it, each as an event of its own (`Eid:before-1`, `Eid:after-2`), so that how
 * far it reaches is estimated: periods that it does not touch get a multiple near 1 by the shrinkage.
 *
 * For callers who know only the days themselves; a country pack names its windows better.
 *
 * @param reach Whole periods before and after, 0 to 20.
 * @returns     The event itself first. Shapes as given: what is shifted out is lost, what is shifted in is 0.
 * @throws      forecast.event-invalid
 */
export function leadsAndLags(
  event: CalendarEvent,
  reach: { readonly before: number; readonly after: number },
): CalendarEvent[] {
  for (const periods of [reach.before, reach.after]) {
    if (!(Number.isInteger(periods) && periods >= 0 && periods <= 20)) {
      throw new AppError('forecast.event-invalid', { name: event.name, periods })
    }
  }
  const { exposure } = event
  const moved = (name: string, by: number): CalendarEvent => ({
    name: `${event.name}:${name}`,
    exposure: exposure.map((_, t) => {
      // A period inside the event is not also before or after it.
      const share = exposure[t + by] ?? 0
      return Math.min(share, 1 - (exposure[t] as number))
    }),
  })
  return [
    event,
    ...Array.from({ length: reach.before }, (_, i) => moved(`before-${i + 1}`, i + 1)),
    ...Array.from({ length: reach.after }, (_, i) => moved(`after-${i + 1}`, -i - 1)),
  ]
}
