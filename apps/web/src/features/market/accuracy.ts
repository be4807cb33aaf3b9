// SPDX-License-Identifier: Apache-2.0
import type { MarketAccuracy } from '@resham/contract'
import type { Static } from 'typebox'
import type { Words } from '#lib/i18n/words.ts'

type Accuracy = Static<typeof MarketAccuracy>

/** So far from the eighty of a hundred that were promised, a band is called too narrow or wider than need be. */
const closeEnough = 5
const fewJudged = 12

/** How often a forecast came true, how large its usual miss is, and whether it beats repeating the last value. */
export function trackInWords(accuracy: Accuracy | null, words: Words): string[] {
  if (!accuracy || accuracy.judged < fewJudged) return [words.t('market.trust.unknown')]
  const { judged, typicalMiss, againstNaive } = accuracy
  const inside = insideOf(accuracy)
  const lines = [words.t('market.trust.inside', { inside, judged })]
  if (inside < 80 - closeEnough) lines.push(words.t('market.trust.narrow'))
  if (typicalMiss !== null)
    lines.push(
      words.t('market.trust.miss', { percent: words.percent(typicalMiss, { decimals: typicalMiss < 0.1 ? 1 : 0 }) }),
    )
  if (againstNaive !== null) lines.push(words.t(naiveKey(againstNaive)))
  return lines
}

/** Of a hundred forecasts so many fell in the band of eighty. */
export function insideOf({ inside80, judged }: Pick<Accuracy, 'inside80' | 'judged'>): number {
  return Math.round((100 * inside80) / Math.max(1, judged))
}

function naiveKey(ratio: number) {
  if (ratio < 0.97) return 'market.trust.better'
  return ratio > 1.03 ? 'market.trust.worse' : 'market.trust.same'
}
