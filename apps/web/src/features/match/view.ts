// SPDX-License-Identifier: Apache-2.0
import type { matchingEndpoints, ReplyOf } from '@resham/contract'
import type { Words } from '#lib/i18n/words.ts'

export type MatchLine = ReplyOf<typeof matchingEndpoints.list>['items'][number]
export type Suggestion = MatchLine['suggestions'][number]

/** One thing that a line may be, in words. */
export type SuggestionView = {
  /** Who pays, or that it pays nothing. */
  readonly title: string
  /** The papers it pays and what else becomes of the money. */
  readonly parts: readonly string[]
  readonly reasons: readonly string[]
  readonly share: string
  /** What a form hands back to say that it is this. */
  readonly choice: string
  readonly isNothing: boolean
}

/** Nothing is ever wholly sure. */
const mostSure = 0.99

export function suggestionView(line: MatchLine, suggestion: Suggestion, words: Words): SuggestionView {
  const { kind, partyId, partyName, parts, withheld, fee, deduction, score } = suggestion
  const { t, percent } = words
  const party = partyName ?? ''
  const choice = {
    partyId,
    parts: parts.map(({ documentId, amount }) => ({ documentId, amount })),
    ...{ withheld, fee, deduction },
  }
  return {
    title: kind === 'nothing' ? t('match.is.nothing') : t(`match.is.${kind}.${line.direction}`, { party }),
    parts: [...parts.map((part) => partInWords(part, words)), ...moneyInWords(suggestion, words)],
    reasons: suggestion.reasons.map((reason) => reasonInWords(reason, words)),
    share: t('match.sure', { share: percent(Math.min(mostSure, score), { decimals: 0 }) }),
    choice: JSON.stringify(choice),
    isNothing: kind === 'nothing',
  }
}

function partInWords(part: Suggestion['parts'][number], { t, day, moneyFull }: Words): string {
  const number = part.number ?? t('match.unnumbered')
  const left = BigInt(part.open.minor) - BigInt(part.amount.minor)
  if (left <= 0n) return t('match.part.whole', { number, day: day(part.day) })
  const { currency } = part.open
  return t('match.part.some', { number, day: day(part.day), left: moneyFull({ minor: String(left), currency }) })
}

function moneyInWords({ kind, withheld, fee, rest }: Suggestion, { t, moneyFull }: Words): string[] {
  const said = ([key, amount]: readonly ['match.withheld' | 'match.fee' | 'match.rest', Suggestion['fee']]) =>
    amount.minor === '0' ? [] : [t(key, { amount: moneyFull(amount) })]
  const left = kind === 'settles' ? said(['match.rest', rest]) : []
  return [...said(['match.withheld', withheld]), ...said(['match.fee', fee]), ...left]
}

function reasonInWords(reason: Suggestion['reasons'][number], { t, moneyFull }: Words): string {
  return t(`match.why.${reason.code}`, {
    ...(reason.amount === undefined ? {} : { amount: moneyFull(reason.amount) }),
    ...(reason.count === undefined ? {} : { count: reason.count }),
    ...(reason.text === undefined ? {} : { text: reason.text }),
  })
}
