// SPDX-License-Identifier: Apache-2.0
import { ask } from '@resham/planning'
import type { SeriesRecord } from '#modules/market/index.ts'

export type Candidate = SeriesRecord & { readonly watched: boolean }

/** How a series fits a question; more is better. Series come in order of kind, watching and age, which settles ties. */
function fitOf(
  one: Candidate,
  wanted: { readonly words: readonly string[]; readonly places: readonly string[]; readonly currency: string },
): number {
  let fit = 0
  if (wanted.places.some((place) => isAt(one, place))) fit += 100
  // "Rice" is nearer to "Rice" than to "Rice (basmati, broken)".
  const name = ask.foldName((one.commodity ?? one.nameEn).toLowerCase())
  if (wanted.words.some((word) => name.startsWith(ask.foldName(word)))) fit += 8
  if (one.watched) fit += 4
  if (one.kind === 'rate' && one.currency === wanted.currency) fit += 20
  if (one.frequency === 'month' || one.frequency === 'week') fit += 2
  if (one.measure === 'weight') fit -= 10
  return fit
}

/** Whether a series is of a place. */
export function isAt({ place, region, nameEn, partner }: SeriesRecord, wanted: string): boolean {
  return place === wanted || region === wanted || partner === wanted || nameEn.includes(wanted)
}

/** The series that fit best, best first; of one kind alone, the first that there is. */
export function chooseSeries(
  found: readonly Candidate[],
  wanted: Parameters<typeof fitOf>[1] & { readonly kinds: readonly string[] },
): Candidate[] {
  const kind = wanted.kinds.find((one) => found.some((series) => series.kind === one))
  return found
    .filter((series) => series.kind === kind)
    .map((series, place) => ({ series, fit: fitOf(series, wanted), place }))
    .sort((a, b) => b.fit - a.fit || a.place - b.place)
    .map(({ series }) => series)
}
