// SPDX-License-Identifier: Apache-2.0
import type { Points } from './market.types.ts'

/** A series after a load, and what the load did to it. */
export type Merged = Points & { readonly added: number; readonly revised: number; readonly removed: number }

/** Two spellings of one number: a source that prints fewer digits has not revised anything. */
const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/**
 * Puts what a file says over what is known. The file speaks for its own stretch of time: inside it what it does not
 * have is gone; before and after it what is known stays.
 */
export function mergePoints(known: Points | undefined, fresh: Points): Merged {
  if (!known || known.days.length === 0) return { ...fresh, added: fresh.days.length, revised: 0, removed: 0 }
  const [first, last] = [fresh.days[0] as number, fresh.days[fresh.days.length - 1] as number]
  const before = new Map(known.days.map((day, i) => [day, known.values[i] as number]))
  let added = 0
  let revised = 0
  fresh.days.forEach((day, i) => {
    const old = before.get(day)
    if (old === undefined) added += 1
    else if (!same(old, fresh.values[i] as number)) revised += 1
  })
  const outside = known.days.flatMap((day, i) =>
    day < first || day > last ? [[day, known.values[i] as number] as const] : [],
  )
  const all = [...outside, ...fresh.days.map((day, i) => [day, fresh.values[i] as number] as const)].sort(
    (a, b) => a[0] - b[0],
  )
  return {
    days: all.map(([day]) => day),
    values: all.map(([, value]) => value),
    added,
    revised,
    removed: known.days.length - outside.length - (fresh.days.length - added),
  }
}
