// SPDX-License-Identifier: Apache-2.0
import { toDayNumber } from '@resham/base'
import { type Candidate, type DocumentIndex, type LineFacts, makeCandidates } from './candidates.ts'
import { featuresOf } from './features.ts'
import type { MatchMemory } from './memory.ts'
import type { PayerIndex } from './payers.ts'
import type { ReferenceIndex } from './references.ts'
import type { BankLine, MatchSettings } from './types.ts'
import { weights } from './weights.ts'
import { wholeNumber } from './working.ts'

/** What a run knows. */
export type Known = {
  readonly memory: MatchMemory
  readonly payers: PayerIndex
  readonly references: ReferenceIndex
  readonly documents: DocumentIndex
  readonly settings: MatchSettings
}

/** A candidate with what was weighed and its probability. */
export type Weighed = { readonly candidate: Candidate; readonly features: Float64Array; readonly score: number }

/** What is read off a line before any document is looked at. @throws matching.amount-invalid */
export function readLine(line: BankLine, known: Pick<Known, 'payers' | 'references'>): LineFacts {
  return {
    amount: wholeNumber(line.amountMinor),
    day: toDayNumber(line.day),
    payers: known.payers.read(line),
    references: known.references.find(line.narrative),
  }
}

/**
 * All that a line may be with its probability, likeliest first.
 *
 * @source Conditional logit: McFadden, Conditional logit analysis of qualitative choice behavior, 1974, equation (12).
 */
export function weigh(facts: LineFacts, known: Known): Weighed[] {
  const candidates = makeCandidates(facts, known.documents, known.settings)
  const all = candidates.map((candidate) => {
    const { ofParty } = known.documents
    return { candidate, features: featuresOf(candidate, facts, known.memory, ofParty, known.settings.minorPerMajor) }
  })
  const values = all.map(({ features }) => features.reduce((sum, value, i) => sum + value * (weights[i] as number), 0))
  const highest = Math.max(...values)
  const shares = values.map((value) => Math.exp(value - highest))
  const total = shares.reduce((sum, share) => sum + share, 0)
  return all
    .map((one, i) => ({ ...one, score: (shares[i] as number) / total }))
    .sort((a, b) => b.score - a.score || tieOf(a.candidate, b.candidate))
}

/** Equal ones: the older document first, so that the answer is one. */
function tieOf(a: Candidate, b: Candidate): number {
  const [x, y] = [a.parts[0]?.document, b.parts[0]?.document]
  if (x === undefined || y === undefined) return a.parts.length - b.parts.length
  return x.due - y.due || x.day - y.day || (x.source.id < y.source.id ? -1 : 1)
}
