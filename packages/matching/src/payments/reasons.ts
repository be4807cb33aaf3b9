// SPDX-License-Identifier: Apache-2.0
import type { Candidate, LineFacts } from './candidates.ts'
import type { MatchMemory } from './memory.ts'
import type { MatchReason } from './types.ts'

/** A name less alike than this is no reason to give. */
const likeToTell = 0.7
/** Payments that must have been seen before one may speak of what is usual. */
const timesForHabit = 3

/** Why a line may be this: the amount first, then reference, payer, day and habits. */
export function reasonsOf(candidate: Candidate, line: LineFacts, memory: MatchMemory): MatchReason[] {
  if (candidate.shape === 'nothing')
    return line.payers.nothingTimes > 0 ? [{ code: 'usually-nothing', times: line.payers.nothingTimes }] : []
  const reasons: MatchReason[] = [...amountReasons(candidate), ...referenceReasons(candidate, line)]
  const payer = line.payers.parties.find(({ partyId }) => partyId === candidate.partyId)
  if (payer !== undefined && payer.accountShare > 0.3) reasons.push({ code: 'account-known' })
  if (payer !== undefined && payer.aliasTimes > 0) reasons.push({ code: 'payer-known', times: payer.aliasTimes })
  if (payer !== undefined && payer.like >= likeToTell)
    reasons.push({ code: 'name-like', share: payer.like, because: payer.because })
  else if (line.payers.hasName && (payer?.aliasTimes ?? 0) === 0) reasons.push({ code: 'name-other' })
  return [...reasons, ...habitReasons(candidate, line, memory)]
}

function amountReasons(candidate: Candidate): MatchReason[] {
  const { shape, deduction, withheld, fee, parts } = candidate
  const reasons: MatchReason[] = []
  if (shape === 'several') reasons.push({ code: 'amounts-add-up', documents: parts.length })
  if (deduction !== null)
    reasons.push({ code: 'amount-less-withheld', deduction: deduction.code, minor: String(withheld) })
  else if (fee > 0) reasons.push({ code: 'amount-less-fee', minor: String(fee) })
  else if (shape === 'whole') reasons.push({ code: 'amount-equal' })
  const [first] = parts
  if (shape === 'part' && first !== undefined)
    reasons.push({ code: 'part-of-amount', leftMinor: String(first.document.open - first.amount) })
  if (shape === 'oldest-first') reasons.push({ code: 'oldest-first' })
  if (shape === 'advance') reasons.push({ code: 'nothing-open-fits' })
  return reasons
}

function referenceReasons(candidate: Candidate, line: LineFacts): MatchReason[] {
  const paid = new Set(candidate.parts.map(({ document }) => document.source.id))
  return line.references
    .filter(({ document }) => paid.has(document.id))
    .map(({ document }) => ({ code: 'reference-found', number: document.number ?? document.reference ?? '' }))
}

function habitReasons(candidate: Candidate, line: LineFacts, memory: MatchMemory): MatchReason[] {
  const habit = memory.habits.get(candidate.partyId ?? '')
  const oldest = candidate.parts[0]?.document
  if (habit === undefined || habit.times < timesForHabit || oldest === undefined) return []
  const reasons: MatchReason[] = []
  const delay = line.day - oldest.due
  if (Math.abs(delay - habit.usualDelayDays) <= habit.spreadDays)
    reasons.push({ code: 'near-usual-day', days: Math.round(delay) })
  const kept = candidate.fee > 0 ? 'fee' : candidate.deduction?.code
  if (kept !== undefined && (habit.deductionShares.get(kept) ?? 0) >= 0.4) reasons.push({ code: 'usual-deduction' })
  return reasons
}
