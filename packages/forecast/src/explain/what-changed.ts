// SPDX-License-Identifier: Apache-2.0
import { AppError, type Declined, declined } from '@resham/base'
import { percentOf, strengthOf } from './strength.ts'
import type { Explanation, Parts, Strength } from './types.ts'

/** A stretch of the history: first and last index. */
export type Window = { readonly from: number; readonly to: number }

/** What one part did to the mean of a period, from one window to the other. */
export type ChangeOfPart = {
  /** Units per period. */
  readonly size: number
  /** Percent of the earlier window's mean; null where that is not above 0. */
  readonly percent: number | null
  readonly strength: Strength
}

/** What changed between two windows, and by how much: the parts add up to the whole. */
export type Change = {
  readonly kind: 'change'
  /** Means of a period in each window. */
  readonly before: number
  readonly after: number
  readonly whole: ChangeOfPart
  readonly parts: Readonly<Record<keyof Parts, ChangeOfPart>>
  /** The parts whose size is not 0, largest first. */
  readonly order: readonly (keyof Parts)[]
  /** Whether the whole is more than residuals of this size do by chance: two standard errors. */
  readonly beyondChance: boolean
  /**
   * Parts that cannot be told from others with so short a history: `season` where there are not two seasons, `holiday`
   * where an event has not been seen often enough. What they did stands among level, trend and the rest.
   */
  readonly cannotTell: readonly ('season' | 'holiday')[]
}

const PARTS = ['level', 'trend', 'season', 'holiday', 'oneOff', 'residual'] as const
const STANDARD_ERRORS = 2

/**
 * Says what changed between two windows of an explained series: how much of the difference of their means is a new
 * level, how much slow rising, how much the season, holidays, one-offs, and how much is left.
 *
 * @param windows Within the history; they may differ in length and overlap. Periods not known are left out of both.
 * @returns       Or a Declined, `window-not-known`, where one of them holds no known period.
 * @throws        forecast.window-invalid
 */
export function whatChanged(
  explanation: Explanation,
  windows: { readonly before: Window; readonly after: Window },
): Change | Declined {
  const before = placesIn(explanation, windows.before)
  const after = placesIn(explanation, windows.after)
  const fewest = Math.min(before.length, after.length)
  if (fewest === 0) return declined('window-not-known', { needed: 1, got: 0 })
  const meanOf = (part: ArrayLike<number>, places: readonly number[]) =>
    places.reduce((total, t) => total + (part[t] as number) / places.length, 0)
  const base = meanOf(explanation.y, before)
  const changeOf = (part: ArrayLike<number>): ChangeOfPart => {
    const size = meanOf(part, after) - meanOf(part, before)
    const percent = percentOf(size, base)
    return { size, percent, strength: strengthOf(percent) }
  }
  const parts = Object.fromEntries(PARTS.map((name) => [name, changeOf(explanation.parts[name])])) as Change['parts']
  const whole = changeOf(explanation.y)
  const chance = explanation.noise * Math.sqrt(1 / before.length + 1 / after.length)
  return {
    kind: 'change',
    before: base,
    after: meanOf(explanation.y, after),
    whole,
    parts,
    order: PARTS.filter((name) => parts[name].size !== 0).sort(
      (a, b) => Math.abs(parts[b].size) - Math.abs(parts[a].size),
    ),
    beyondChance: Math.abs(whole.size) > STANDARD_ERRORS * chance,
    cannotTell: cannotTell(explanation),
  }
}

function placesIn({ y, known }: Explanation, { from, to }: Window): number[] {
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to < y.length)) {
    throw new AppError('forecast.window-invalid', { from, to, length: y.length })
  }
  const places: number[] = []
  for (let t = from; t <= to; t++) if (known[t] === 1) places.push(t)
  return places
}

function cannotTell({ season, events }: Explanation): ('season' | 'holiday')[] {
  const noSeason = season !== undefined && 'kind' in season
  const noHoliday = events.some(({ status }) => status === 'not-enough-history')
  return [...(noSeason ? (['season'] as const) : []), ...(noHoliday ? (['holiday'] as const) : [])]
}
