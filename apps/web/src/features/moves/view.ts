// SPDX-License-Identifier: Apache-2.0
import type { Move, moveEndpoints, ReplyOf } from '@resham/contract'
import type { Static } from 'typebox'
import type { NamedLine } from '#lib/charts/lines.ts'
import { marketName } from '#lib/features/market/words.ts'
import { isKey, type Words } from '#lib/i18n/words.ts'

type Moves = ReplyOf<typeof moveEndpoints.list>
export type MoveReply = Static<typeof Move>

/** Moves that a page opens with: those worth a look; without any, the strongest few, which say how weak they are. */
export function movesShown({ items }: Moves): readonly MoveReply[] {
  const worth = items.filter(({ verdict }) => verdict !== 'chance')
  return worth.length > 0 ? worth.slice(0, 8) : items.slice(0, 3)
}

/** What a move is between: "All sales and football leather". */
export function moveTitle({ subject, series }: MoveReply, words: Words): string {
  const sales = subject.kind === 'business' ? words.t('moves.all') : subject.name
  return words.t('moves.pair', { sales, market: marketName(series.name, words) })
}

/** What was seen: which way, how much later, in how many months. */
export function moveInWords(move: MoveReply, words: Words): string {
  const way = move.correlation > 0 ? 'up' : 'down'
  const seen = words.t(move.lag === 0 ? `moves.seen.${way}.now` : `moves.seen.${way}`, {
    count: move.lag,
    market: marketName(move.series.name, words),
  })
  return `${seen} ${words.t('moves.months', { count: move.months })}`
}

/** How weak it may be: its chance after all that was tried, in words and in a figure. */
export function doubtInWords(move: MoveReply, tried: number, words: Words): string {
  const chance = move.chance < 0.01 ? words.t('moves.underOne') : words.percent(Math.min(0.99, move.chance))
  return words.t(`moves.doubt.${move.verdict}`, { chance, tried })
}

/** The two lines of the small picture; the market is moved on by the lag, so that they lie over each other. */
export function moveLines(move: MoveReply, words: Words): NamedLine[] {
  const line = (letter: string, name: string, side: 'sales' | 'market') => ({
    ...{ letter, name },
    points: move.pairs.map((pair) => ({ day: pair.day, value: pair[side] })),
  })
  const sales = move.subject.kind === 'business' ? words.t('moves.all') : move.subject.name
  return [line('A', sales, 'sales'), line('B', marketName(move.series.name, words), 'market')]
}

/** Why nothing, or nothing of one series, can be said. */
export function declinedMove(
  why: { readonly reason: string; readonly needed?: number; readonly got?: number },
  words: Words,
): string {
  const key = `moves.declined.${why.reason}`
  const count = Math.max(1, Math.ceil((why.needed ?? 0) - (why.got ?? 0)))
  return words.t(isKey(key) ? key : 'moves.declined.other', { count })
}
