// SPDX-License-Identifier: Apache-2.0
import type { Candidate, LineFacts } from './candidates.ts'
import type { Known } from './weigh.ts'

/** A name, or the share of times that a payer or account was this party: enough to stand for who paid. */
const nameEnough = 0.85
const shareEnough = 0.6
const timesEnough = 2

/**
 * May this be booked without asking? However likely it is: only when the amount is right and, beside it, who paid or what
 * for, and when no other document would do as well. A part, money on account, a fee: a person looks at those.
 */
export function isSafe(candidate: Candidate, facts: LineFacts, known: Known): boolean {
  const isAmount = (candidate.shape === 'whole' || candidate.shape === 'several') && candidate.fee === 0
  if (!isAmount || candidate.ways > 1) return false
  const sure = new Set(facts.references.filter((one) => one.sure).map(({ document }) => document.id))
  const isReferred = candidate.parts.every(({ document }) => sure.has(document.source.id))
  if (isReferred) return true
  // Several that add up may do so by chance: each must be named.
  if (candidate.shape === 'several' || sure.size > 0) return false
  return isPayer(candidate, facts) && !hasTwin(candidate, known)
}

function isPayer(candidate: Candidate, facts: LineFacts): boolean {
  const payer = facts.payers.parties.find(({ partyId }) => partyId === candidate.partyId)
  if (payer === undefined) return false
  const isKnown = payer.aliasShare >= shareEnough && payer.aliasTimes >= timesEnough
  return payer.like >= nameEnough || payer.accountShare >= shareEnough || isKnown
}

/** Another document of the party had the same amount open when the run began: which of them is meant is a guess. */
function hasTwin(candidate: Candidate, known: Known): boolean {
  const own = candidate.parts[0]?.document
  return known.documents
    .ofParty(candidate.partyId ?? '')
    .some((document) => document !== own && document.openAtFirst === own?.openAtFirst)
}
