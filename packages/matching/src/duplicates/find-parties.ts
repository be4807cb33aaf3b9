// SPDX-License-Identifier: Apache-2.0
import { compareNames } from '../fold/compare-names.ts'
import { foldName } from '../fold/fold-name.ts'
import { keysOfName, pairsOfBlocks } from './blocks.ts'
import { compareMarks, leastProbability, oddsBefore, oddsOfName, probabilityOf } from './odds.ts'
import type { DuplicatePair, DuplicateReason, PartyRecord } from './types.ts'

/** A number is known by its last digits: with or without the country's code and the zero. */
const phoneDigits = 9

/** Log odds of a mark that both have. A phone may serve a family, a tax number one person. */
const odds = {
  phone: { same: 4, other: -0.8, unknown: 0 },
  email: { same: 3, other: 0, unknown: 0 },
  taxNumber: { same: 6, other: -6, unknown: 0 },
} as const
const otherCompanyWord = -2.5
const otherNumber = -2

/**
 * Customers and suppliers that may stand in the books twice, likeliest first, with reasons. The order of the list counts
 * nothing.
 */
export function findDuplicateParties(parties: readonly PartyRecord[]): DuplicatePair[] {
  const known = [...parties].sort(byId).map((party) => ({
    party,
    name: foldName(party.name),
    phone: tailOf(party.phone),
    email: party.email?.trim().toLowerCase() || null,
    taxNumber: party.taxNumber?.replace(/[^a-z0-9]/gi, '').toLowerCase() || null,
  }))
  const keys = known.map(({ name, phone, email, taxNumber }) => [
    ...keysOfName(name),
    ...(phone === null ? [] : [`phone ${phone}`]),
    ...(email === null ? [] : [`email ${email}`]),
    ...(taxNumber === null ? [] : [`tax ${taxNumber}`]),
  ])
  const pairs: DuplicatePair[] = []
  for (const [i, j] of pairsOfBlocks(keys)) {
    const [a, b] = [known[i] as Known, known[j] as Known]
    const pair = weighPair(a, b)
    if (pair.probability >= leastProbability) pairs.push(pair)
  }
  return pairs.sort(byProbability)

  type Known = (typeof known)[number]
  function weighPair(a: Known, b: Known): DuplicatePair {
    const { similarity, reasons: because } = compareNames(a.name, b.name)
    const marks = {
      phone: compareMarks(a.phone, b.phone),
      email: compareMarks(a.email, b.email),
      taxNumber: compareMarks(a.taxNumber, b.taxNumber),
    }
    let sum = oddsBefore + oddsOfName(similarity)
    sum += odds.phone[marks.phone] + odds.email[marks.email] + odds.taxNumber[marks.taxNumber]
    if (because.includes('other-company-word')) sum += otherCompanyWord
    if (because.includes('other-number')) sum += otherNumber
    const reasons: DuplicateReason[] = []
    if (similarity >= 0.7) reasons.push({ code: 'name-like', share: similarity, because })
    if (marks.taxNumber === 'same') reasons.push({ code: 'same-tax-number' })
    if (marks.phone === 'same') reasons.push({ code: 'same-phone' })
    if (marks.email === 'same') reasons.push({ code: 'same-email' })
    if (marks.taxNumber === 'other') reasons.push({ code: 'other-tax-number' })
    if (marks.phone === 'other') reasons.push({ code: 'other-phone' })
    return { a: a.party.id, b: b.party.id, probability: probabilityOf(sum), reasons }
  }
}

const byId = (a: PartyRecord, b: PartyRecord) => (a.id < b.id ? -1 : 1)
const byProbability = (a: DuplicatePair, b: DuplicatePair) =>
  b.probability - a.probability || (a.a + a.b < b.a + b.b ? -1 : 1)

function tailOf(phone: string | null | undefined): string | null {
  const digits = phone?.replace(/\D/g, '') ?? ''
  return digits.length < phoneDigits ? null : digits.slice(-phoneDigits)
}
