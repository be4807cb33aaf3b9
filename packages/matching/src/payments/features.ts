// SPDX-License-Identifier: Apache-2.0
import type { Candidate, LineFacts } from './candidates.ts'
import { type MatchMemory, unknownHabit } from './memory.ts'
import type { WorkingDocument } from './working.ts'

/** What is weighed, in the order of the weights. Each is a plain number of order one. */
export const featureNames = [
  'whole, amount equal',
  'whole, less withheld',
  'whole, less fee',
  'several, amounts add up',
  'several, less withheld',
  'part',
  'oldest first',
  'advance',
  'ways to add up (log)',
  'documents in the sum (log)',
  'name likeness above a half',
  'name as good as equal',
  'name given, unlike',
  'no name given',
  'payer known as this party',
  'account known as this party',
  'payer known as another',
  'reference found',
  'digits of a reference found',
  'reference of another document',
  'distance from the usual day',
  'paid before the document',
  'older ones of the party left out (log)',
  'usual deduction',
  'usually several',
  'usually in parts',
  'round amount, part or on account',
  'nothing: payer known for it',
  'nothing: name given, nobody like it',
  'nothing: reference found',
  'nothing: no name given',
  'name is of another party too',
  'rest left over',
] as const

const placeOf = new Map<string, number>(featureNames.map((name, place) => [name, place]))
const round = (value: number, to: number) => value % to === 0

/** Shape [features]; see `featureNames`. */
export function featuresOf(
  candidate: Candidate,
  line: LineFacts,
  memory: MatchMemory,
  ofParty: (partyId: string) => readonly WorkingDocument[],
  minorPerMajor: number,
): Float64Array {
  const features = new Float64Array(featureNames.length)
  const set = (name: (typeof featureNames)[number], value: number) => {
    features[placeOf.get(name) as number] = value
  }
  const sure = line.references.filter((reference) => reference.sure)
  if (candidate.shape === 'nothing') {
    const best = line.payers.parties[0]?.like ?? 0
    set('nothing: payer known for it', line.payers.nothingShare)
    set('nothing: name given, nobody like it', line.payers.hasName && best < 0.7 ? 1 : 0)
    set('nothing: reference found', sure.length > 0 ? 1 : 0)
    set('nothing: no name given', line.payers.hasName ? 0 : 1)
    return features
  }
  setShape(candidate, set)
  setPayer(candidate, line, set)
  const paid = new Set(candidate.parts.map(({ document }) => document.source.id))
  const within = line.references.filter(({ document }) => paid.has(document.id))
  const count = Math.max(1, candidate.parts.length)
  set('reference found', within.filter((one) => one.sure).length / count)
  set('digits of a reference found', within.filter((one) => !one.sure).length / count)
  set('reference of another document', Math.min(2, sure.filter(({ document }) => !paid.has(document.id)).length))
  const habit = memory.habits.get(candidate.partyId ?? '') ?? unknownHabit
  const oldest = candidate.parts[0]?.document
  if (oldest !== undefined) {
    const delay = line.day - oldest.due
    set('distance from the usual day', Math.min(4, Math.abs(delay - habit.usualDelayDays) / habit.spreadDays))
    set('paid before the document', candidate.parts.some(({ document }) => document.day > line.day) ? 1 : 0)
    const last = Math.max(...candidate.parts.map(({ document }) => document.due))
    const older = ofParty(candidate.partyId ?? '').filter(
      ({ due, open, source }) => open > 0 && due < last && !paid.has(source.id),
    )
    set('older ones of the party left out (log)', Math.log1p(older.length))
  }
  const kept = candidate.fee > 0 ? 'fee' : (candidate.deduction?.code ?? 'none')
  if (candidate.shape === 'whole' || candidate.shape === 'several')
    set('usual deduction', Math.log((habit.deductionShares.get(kept) ?? 0.03) + 0.02))
  const isSeveral = candidate.shape === 'several' || candidate.shape === 'oldest-first'
  set('usually several', Math.log(isSeveral ? habit.severalShare : 1 - habit.severalShare))
  const isPart = candidate.shape === 'part' || candidate.shape === 'oldest-first'
  set('usually in parts', Math.log(isPart ? habit.partShare : 1 - habit.partShare))
  set('round amount, part or on account', isPart && round(line.amount, 500 * minorPerMajor) ? 1 : 0)
  set('rest left over', candidate.shape === 'oldest-first' && candidate.rest > 0 ? 1 : 0)
  return features
}

type Setter = (name: (typeof featureNames)[number], value: number) => void

function setShape(candidate: Candidate, set: Setter): void {
  const { shape, parts, ways } = candidate
  if (shape === 'whole') {
    if (candidate.fee > 0) set('whole, less fee', 1)
    else set(candidate.deduction === null ? 'whole, amount equal' : 'whole, less withheld', 1)
  }
  if (shape === 'several') {
    set(candidate.deduction === null ? 'several, amounts add up' : 'several, less withheld', 1)
    set('ways to add up (log)', Math.log(ways))
    set('documents in the sum (log)', Math.log(parts.length))
  }
  if (shape === 'part') set('part', 1)
  if (shape === 'oldest-first') set('oldest first', 1)
  if (shape === 'advance') set('advance', 1)
}

function setPayer(candidate: Candidate, { payers }: LineFacts, set: Setter): void {
  const evidence = payers.parties.find(({ partyId }) => partyId === candidate.partyId)
  const like = evidence?.like ?? 0
  set('name likeness above a half', Math.max(0, like - 0.5) * 2)
  set('name as good as equal', like >= 0.92 ? 1 : 0)
  set('name given, unlike', payers.hasName && like < 0.6 ? 1 : 0)
  set('no name given', payers.hasName ? 0 : 1)
  set('payer known as this party', evidence?.aliasShare ?? 0)
  set('account known as this party', evidence?.accountShare ?? 0)
  const known = Math.max(evidence?.aliasShare ?? 0, evidence?.accountShare ?? 0)
  set('payer known as another', payers.isKnown && known < 0.3 ? 1 : 0)
  const rival = payers.parties.find(({ partyId }) => partyId !== candidate.partyId)
  set('name is of another party too', like > 0 && (rival?.like ?? 0) > like + 0.05 ? 1 : 0)
}
