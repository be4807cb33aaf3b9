// SPDX-License-Identifier: Apache-2.0
import type { DocumentIndex } from './candidates.ts'
import type { Deduction, MatchSettings } from './types.ts'
import { type WorkingDocument, withheldOf } from './working.ts'

/**
 * Finds documents by party and by what would pay them whole. Amounts stand under whole major units, so that what people
 * round is still found; what lines of this run have settled already is seen when it is asked.
 */
export function indexDocuments(documents: readonly WorkingDocument[], settings: MatchSettings): DocumentIndex {
  const byParty = new Map<string, WorkingDocument[]>()
  const byAmount = new Map<number, { document: WorkingDocument; deduction: Deduction | null }[]>()
  const major = settings.minorPerMajor
  for (const document of documents) {
    const { partyId } = document.source
    byParty.set(partyId, [...(byParty.get(partyId) ?? []), document])
    for (const deduction of [null, ...settings.deductions]) {
      const key = Math.floor((document.open - withheldOf(document, deduction)) / major)
      byAmount.set(key, [...(byAmount.get(key) ?? []), { document, deduction }])
    }
  }
  return {
    ofParty: (partyId) => byParty.get(partyId) ?? [],
    payable(amount) {
      const key = Math.floor(amount / major)
      return [key - 1, key, key + 1].flatMap((near) =>
        (byAmount.get(near) ?? []).filter(({ document, deduction }) => {
          const tolerance = deduction === null ? 0 : major
          return Math.abs(document.open - withheldOf(document, deduction) - amount) <= tolerance
        }),
      )
    },
  }
}
