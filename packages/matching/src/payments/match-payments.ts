// SPDX-License-Identifier: Apache-2.0
import { toDayNumber } from '@resham/base'
import type { LineFacts } from './candidates.ts'
import { indexDocuments } from './document-index.ts'
import type { MatchMemory } from './memory.ts'
import { indexPayers } from './payers.ts'
import { reasonsOf } from './reasons.ts'
import { indexReferences } from './references.ts'
import { isSafe } from './safe.ts'
import type { BankLine, Direction, LineMatch, MatchSettings, OpenDocument, Party, Suggestion } from './types.ts'
import { type Known, readLine, type Weighed, weigh } from './weigh.ts'
import { toWorking } from './working.ts'

/** Default of `automaticFrom`; docs/evidence/matching tells how it was chosen. */
const automaticFrom = 0.995
const mostSuggestions = 4
/** A line at least so sure takes its documents, so that the next line is not offered them again. */
const claimsFrom = 0.3
const asGoodAsSure = 0.9
/** A document that two lines want at least so much is booked by a person. */
const wantsFrom = 0.1

/** What there is to match with. */
export type MatchInput = {
  readonly lines: readonly BankLine[]
  readonly documents: readonly OpenDocument[]
  readonly parties: readonly Party[]
  readonly memory: MatchMemory
}

/**
 * Says of each bank line what it may be: which open documents it settles and how much of each, with a probability and
 * the reasons. Lines that are surer are taken first, and what they settle is no longer offered to the others.
 *
 * Deterministic: the same input gives the same answer, whatever the order of lines, documents and parties.
 * @returns One for each line, in the order of the lines.
 * @throws matching.amount-invalid for an amount that is not above zero or not below 2^53 minor units.
 */
export function matchPayments(input: MatchInput, settings: MatchSettings): LineMatch[] {
  const matches = new Map<string, LineMatch>()
  const markets = new Set(input.lines.map((line) => `${line.direction} ${line.currency}`))
  const payers = indexPayers(input.parties, input.memory)
  for (const market of markets) {
    const [direction = '', currency = ''] = market.split(' ')
    const documents = input.documents.filter((one) => one.direction === direction && one.currency === currency)
    const working = documents.map(toWorking)
    const known: Known = {
      memory: input.memory,
      payers,
      references: indexReferences(documents),
      documents: indexDocuments(working, settings),
      settings,
    }
    const lines = input.lines.filter(
      (line) => line.direction === (direction as Direction) && line.currency === currency,
    )
    for (const match of matchInOrder(lines, known)) matches.set(match.lineId, match)
  }
  return input.lines.map((line) => matches.get(line.id) as LineMatch)
}

/** The surest first; after each, its documents have less open. */
function* matchInOrder(lines: readonly BankLine[], known: Known): Generator<LineMatch> {
  const read = lines.map((line) => {
    const facts = readLine(line, known)
    const weighed = weigh(facts, known)
    return { line, facts, first: weighed, sureness: weighed[0]?.score ?? 0 }
  })
  const wanted = countWanted(read.map(({ first }) => first))
  // Of lines as good as sure the earlier goes first: the second of two equal payments is the one too many.
  const step = (sureness: number) => (sureness >= asGoodAsSure ? 1 : sureness)
  read.sort(
    (a, b) =>
      step(b.sureness) - step(a.sureness) ||
      toDayNumber(a.line.day) - toDayNumber(b.line.day) ||
      (a.line.id < b.line.id ? -1 : 1),
  )
  const touched = new Set<string>()
  for (const { line, facts, first } of read) {
    const isStale = first.some(({ candidate }) =>
      candidate.parts.some(({ document }) => touched.has(document.source.id)),
    )
    const weighed = isStale ? weigh(facts, known) : first
    const [best] = weighed
    const isContested = best?.candidate.parts.some(({ document }) => (wanted.get(document.source.id) ?? 0) > 1) ?? false
    yield toMatch(line, facts, weighed, known, isContested)
    if (best === undefined || best.score < claimsFrom) continue
    for (const { document, amount } of best.candidate.parts) {
      document.open -= amount
      touched.add(document.source.id)
    }
  }
}

/** How many lines of the run may well settle each document whole. */
function countWanted(lines: readonly (readonly Weighed[])[]): Map<string, number> {
  const wanted = new Map<string, number>()
  for (const weighed of lines) {
    const likely = weighed.filter(({ score, candidate }) => score >= wantsFrom && candidate.shape !== 'part')
    const ids = new Set(likely.flatMap(({ candidate }) => candidate.parts.map(({ document }) => document.source.id)))
    for (const id of ids) wanted.set(id, (wanted.get(id) ?? 0) + 1)
  }
  return wanted
}

function toMatch(
  line: BankLine,
  facts: LineFacts,
  weighed: readonly Weighed[],
  known: Known,
  isContested: boolean,
): LineMatch {
  const { settings, memory } = known
  const suggestions = weighed.slice(0, settings.most ?? mostSuggestions).map((one): Suggestion => {
    const { candidate } = one
    return {
      kind: candidate.shape === 'nothing' || candidate.shape === 'advance' ? candidate.shape : 'settles',
      partyId: candidate.partyId,
      parts: candidate.parts.map(({ document, amount }) => ({ documentId: document.source.id, minor: BigInt(amount) })),
      withheldMinor: BigInt(candidate.withheld),
      feeMinor: BigInt(candidate.fee),
      restMinor: BigInt(candidate.rest),
      deduction: candidate.deduction?.code ?? null,
      score: one.score,
      reasons: reasonsOf(candidate, facts, memory),
    }
  })
  const [best] = weighed
  const automatic =
    best !== undefined &&
    !isContested &&
    best.score >= (settings.automaticFrom ?? automaticFrom) &&
    isSafe(best.candidate, facts, known)
  return { lineId: line.id, suggestions, automatic }
}
