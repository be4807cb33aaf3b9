// SPDX-License-Identifier: Apache-2.0
import type { PayerEvidence, PayerReading } from './payers.ts'
import type { ReferenceFound } from './references.ts'
import { findSums } from './sums.ts'
import type { Deduction, MatchSettings } from './types.ts'
import { olderFirst, type WorkingDocument, withheldOf } from './working.ts'

/** How the amount of a line stands to the documents. */
export type Shape = 'whole' | 'several' | 'part' | 'oldest-first' | 'advance' | 'nothing'

/** What a line may be, before it is weighed. Amounts are minor units. */
export type Candidate = {
  readonly shape: Shape
  readonly partyId: string | null
  readonly parts: readonly { readonly document: WorkingDocument; readonly amount: number }[]
  readonly deduction: Deduction | null
  readonly withheld: number
  readonly fee: number
  readonly rest: number
  /** Other sets of documents that add up as well: the more, the likelier it is chance. */
  readonly ways: number
}

/** The open documents of one direction and currency, found by party and by amount. */
export type DocumentIndex = {
  readonly ofParty: (partyId: string) => readonly WorkingDocument[]
  /** Documents that the amount would pay whole, with the deduction that makes it so. */
  readonly payable: (amount: number) => readonly { document: WorkingDocument; deduction: Deduction | null }[]
}

/** What candidates are made from. */
export type LineFacts = {
  readonly amount: number
  readonly day: number
  readonly payers: PayerReading
  readonly references: readonly ReferenceFound[]
}

/** Documents of strangers with the same amount: more than so many say nothing. */
const mostStrangers = 12
/** A name at least so like, or any alias: enough to look for sums, parts and advances. */
const likeEnough = 0.7
const mostOfParty = 24
const mostSums = 4
/** A document may be paid before its day: an order in advance that was billed a little later. */
const daysBefore = 7
const mostPartsTried = 3

/** Everything that a line may be; the last one is "nothing". */
export function makeCandidates(line: LineFacts, index: DocumentIndex, settings: MatchSettings): Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (candidate: Candidate) => {
    const key = keyOf(candidate)
    if (!found.has(key)) found.set(key, candidate)
  }
  const isDue = (document: WorkingDocument) => document.open > 0 && document.day <= line.day + daysBefore
  const strangers = index
    .payable(line.amount)
    .filter(({ document }) => isDue(document))
    .sort(
      (a, b) =>
        Math.abs(line.day - a.document.due) - Math.abs(line.day - b.document.due) || olderFirst(a.document, b.document),
    )
  for (const { document, deduction } of strangers.slice(0, mostStrangers)) add(whole(document, deduction, line.amount))
  for (const partyId of likelyParties(line)) {
    const documents = index.ofParty(partyId).filter(isDue).sort(olderFirst).slice(0, mostOfParty)
    for (const candidate of ofParty(partyId, documents, line, settings)) add(candidate)
  }
  add({ ...empty, shape: 'nothing', partyId: null, rest: line.amount })
  return [...found.values()]
}

const empty = { parts: [], deduction: null, withheld: 0, fee: 0, rest: 0, ways: 1 } as const

/** Parties whose documents are looked at: like by name, known, or with a number in the narrative. */
function likelyParties(line: LineFacts): Set<string> {
  const known = line.payers.parties.filter(isLikely).map(({ partyId }) => partyId)
  const referred = line.references.map(({ document }) => document.partyId)
  return new Set([...known, ...referred.slice(0, 6)])
}

/** Is the evidence enough to look beyond a document of the very amount? */
function isLikely(evidence: PayerEvidence): boolean {
  return evidence.like >= likeEnough || evidence.aliasShare > 0 || evidence.accountShare > 0
}

function* ofParty(
  partyId: string,
  documents: readonly WorkingDocument[],
  line: LineFacts,
  settings: MatchSettings,
): Generator<Candidate> {
  const options = [null, ...settings.deductions]
  for (const deduction of options) {
    const tolerance = deduction === null ? 0 : settings.minorPerMajor
    for (const document of documents)
      if (Math.abs(document.open - withheldOf(document, deduction) - line.amount) <= tolerance)
        yield whole(document, deduction, line.amount)
  }
  const largestFee = Number(settings.largestFeeMinor)
  for (const document of documents) {
    const fee = document.open - line.amount
    if (fee > 0 && fee <= largestFee) yield { ...whole(document, null, line.amount), withheld: 0, fee }
  }
  for (const deduction of options) yield* sumsOf(documents, deduction, line.amount, settings.minorPerMajor)
  const referred = new Set(line.references.map(({ document }) => document.id))
  const larger = documents.filter((document) => document.open > line.amount)
  const parts = [...larger.filter(({ source }) => referred.has(source.id)), ...larger.slice(0, mostPartsTried)]
  for (const document of parts) yield { ...empty, shape: 'part', partyId, parts: [{ document, amount: line.amount }] }
  const oldest = oldestFirst(partyId, documents, line.amount)
  if (oldest !== undefined) yield oldest
  yield { ...empty, shape: 'advance', partyId, rest: line.amount }
}

/** The document whole: what is missing was withheld. */
function whole(document: WorkingDocument, deduction: Deduction | null, amount: number): Candidate {
  return {
    ...empty,
    shape: 'whole',
    partyId: document.source.partyId,
    parts: [{ document, amount: document.open }],
    deduction,
    withheld: deduction === null ? 0 : document.open - amount,
  }
}

function* sumsOf(
  documents: readonly WorkingDocument[],
  deduction: Deduction | null,
  amount: number,
  minorPerMajor: number,
): Generator<Candidate> {
  if (documents.length < 2) return
  const values = documents.map((document) => document.open - withheldOf(document, deduction))
  const tolerance = deduction === null ? 0 : minorPerMajor
  const sums = findSums(values, amount, tolerance, mostSums)
  for (const places of sums) {
    const parts = places.map((at) => documents[at] as WorkingDocument)
    const full = parts.reduce((sum, { open }) => sum + open, 0)
    yield {
      ...empty,
      shape: 'several',
      partyId: parts[0]?.source.partyId ?? null,
      parts: parts.map((document) => ({ document, amount: document.open })),
      deduction,
      withheld: deduction === null ? 0 : full - amount,
      ways: sums.length,
    }
  }
}

/** On account: the oldest is settled first, the next after it, until the money is used up. */
function oldestFirst(partyId: string, documents: readonly WorkingDocument[], amount: number): Candidate | undefined {
  const [first] = documents
  if (first === undefined || first.open >= amount) return undefined
  const parts: Candidate['parts'][number][] = []
  let left = amount
  for (const document of documents) {
    if (left <= 0) break
    const used = Math.min(left, document.open)
    parts.push({ document, amount: used })
    left -= used
  }
  return { ...empty, shape: 'oldest-first', partyId, parts, rest: left }
}

function keyOf({ shape, partyId, parts, withheld, fee }: Candidate): string {
  const places = parts.map(({ document, amount }) => `${document.source.id}=${amount}`).sort()
  const kind = shape === 'advance' || shape === 'nothing' ? `${shape} ${partyId}` : ''
  return `${kind} ${places.join(' ')} ${withheld} ${fee}`
}
