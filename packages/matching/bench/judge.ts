// SPDX-License-Identifier: Apache-2.0
import { addDays, daysBetween, type PlainDate } from '@resham/base'
import {
  type Confirmation,
  type LineMatch,
  learn,
  type MatchInput,
  type MatchSettings,
  matchPayments,
  type OpenDocument,
  type Suggestion,
} from '../src/index.ts'
import { deductions } from './deductions.ts'
import type { MessyYear, TrueLine, Truth } from './messy-year.ts'

export const settings: MatchSettings = { deductions, largestFeeMinor: 10_000n, minorPerMajor: 100 }

/** One line, what was suggested, whether the first was right. */
export type Judged = { readonly of: TrueLine; readonly match: LineMatch; readonly rank: number }

/** The state of the books when a statement is handed in: what is open, what was confirmed before. */
export type Week = { readonly input: MatchInput; readonly lines: readonly TrueLine[] }

/** A week of statement after the other; after each a person confirms the truth, which teaches the next. */
export function* weeksOf(year: MessyYear, teaches = true): Generator<Week> {
  const open = new Map(year.documents.map((document) => [document.id, Number(document.totalMinor)]))
  const dues = new Map(year.documents.map((document) => [document.id, document.dueDay]))
  const confirmed: Confirmation[] = []
  const first = year.lines[0]?.line.day as PlainDate
  for (let week = 0; week <= 52; week++) {
    const [from, to] = [addDays(first, week * 7), addDays(first, week * 7 + 7)]
    const isNow = ({ line }: TrueLine) => line.day >= from && line.day < to
    const lines = year.lines.filter(isNow)
    for (const { truth } of year.cash.filter(isNow)) settle(truth, open)
    const documents = year.documents
      .filter((document) => document.day < to && (open.get(document.id) ?? 0) > 0)
      .map((document): OpenDocument => ({ ...document, openMinor: BigInt(open.get(document.id) ?? 0) }))
    const memory = learn(teaches ? confirmed : [])
    yield { input: { lines: lines.map(({ line }) => line), documents, parties: year.parties, memory }, lines }
    for (const one of lines) {
      settle(one.truth, open)
      confirmed.push(confirm(one, dues, open))
    }
  }
}

function settle(truth: Truth, open: Map<string, number>): void {
  for (const { documentId, minor } of truth.parts) open.set(documentId, (open.get(documentId) ?? 0) - minor)
}

function confirm(
  { line, truth }: TrueLine,
  dues: ReadonlyMap<string, PlainDate | null>,
  open: ReadonlyMap<string, number>,
): Confirmation {
  const due = dues.get(truth.parts[0]?.documentId ?? '') ?? null
  return {
    payer: line.payer,
    account: line.account,
    narrative: line.narrative,
    direction: line.direction,
    paid:
      truth.partyId === null
        ? null
        : {
            partyId: truth.partyId,
            documents: truth.parts.length,
            delayDays: due === null ? null : daysBetween(due, line.day),
            deduction: truth.fee > 0 ? 'fee' : truth.deduction,
            isPart: truth.parts.some(({ documentId }) => (open.get(documentId) ?? 0) > 0),
          },
  }
}

/** Runs the year and judges every line. @param teaches False: what was confirmed is forgotten at once. */
export function judgeYear(year: MessyYear, teaches = true): Judged[] {
  return [...weeksOf(year, teaches)].flatMap(({ input, lines }) => {
    const matches = matchPayments(input, settings)
    return lines.map((of, i): Judged => {
      const match = matches[i] as LineMatch
      return { of, match, rank: match.suggestions.findIndex((one) => isRight(one, of.truth)) }
    })
  })
}

/** The very documents and the very amounts; of what was withheld a rupee is nothing. */
export function isRight(suggestion: Suggestion, truth: Truth): boolean {
  if (suggestion.kind !== truth.kind || suggestion.partyId !== truth.partyId) return false
  const key = (parts: readonly { documentId: string; minor: bigint | number }[]) =>
    parts
      .map(({ documentId, minor }) => `${documentId}=${minor}`)
      .sort()
      .join(' ')
  if (key(suggestion.parts) !== key(truth.parts)) return false
  return Math.abs(Number(suggestion.withheldMinor + suggestion.feeMinor) - truth.withheld - truth.fee) <= 100
}
