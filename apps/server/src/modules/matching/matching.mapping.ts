// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { MatchLine, MatchSuggestion } from '@resham/contract'
import type {
  Deduction,
  LineMatch,
  BankLine as LineToMatch,
  MatchReason,
  OpenDocument,
  Suggestion,
} from '@resham/matching'
import type { Pack } from '@resham/pack-kit'
import type { Static } from 'typebox'
import type { BankLine } from '#modules/banking/index.ts'
import type { DocumentHead } from '#modules/documents/index.ts'

/** A line of a statement as the engine reads it: an amount above zero and a direction. */
export function toLineToMatch(line: BankLine): LineToMatch {
  const payer = line.counterparty.trim()
  return {
    id: line.id,
    day: line.day,
    direction: line.amountMinor > 0n ? 'in' : 'out',
    amountMinor: line.amountMinor < 0n ? -line.amountMinor : line.amountMinor,
    currency: line.currency,
    payer: payer === '' ? null : payer,
    account: null,
    narrative: `${line.description} ${line.reference}`.trim(),
  }
}

/** An invoice or bill as the engine reads it; undefined for one that nobody owes. */
export function toOpenDocument(head: DocumentHead): OpenDocument | undefined {
  const openMinor = head.totalMinor - head.settledMinor
  if (head.partyId === null || openMinor <= 0n) return undefined
  return {
    id: head.id,
    direction: head.kind === 'bill' ? 'out' : 'in',
    partyId: head.partyId,
    number: head.number,
    reference: head.reference,
    day: head.day,
    dueDay: head.dueDay,
    currency: head.currency,
    netMinor: head.netMinor,
    taxMinor: head.taxMinor,
    totalMinor: head.totalMinor,
    openMinor,
  }
}

/** The rates that the country lets a payer keep back on a day, each rate once. */
export function toDeductions(pack: Pack, day: PlainDate): Deduction[] {
  const byRate = new Map<string, Deduction>()
  for (const row of pack.tax.withholding) {
    if (row.valid_from > day || (row.valid_to !== null && row.valid_to < day)) continue
    const [top = 0, bottom = 1] = row.rate.split('/').map(Number)
    const millionths = Math.round((1_000_000 * top) / bottom)
    const of = row.of === 'tax' ? 'tax' : 'total'
    if (millionths > 0 && !byRate.has(`${of} ${millionths}`))
      byRate.set(`${of} ${millionths}`, { code: row.code, of, millionths })
  }
  return [...byRate.values()]
}

/** What a page needs to show one line. */
export function toMatchReply(
  line: LineToMatch & { readonly moneyAccountId: string },
  match: LineMatch,
  known: { readonly documents: ReadonlyMap<string, DocumentHead>; readonly names: ReadonlyMap<string, string> },
): Static<typeof MatchLine> {
  return {
    id: line.id,
    moneyAccountId: line.moneyAccountId,
    day: line.day,
    direction: line.direction,
    amount: { minor: String(line.amountMinor), currency: line.currency },
    payer: line.payer ?? '',
    narrative: line.narrative,
    automatic: match.automatic,
    suggestions: match.suggestions.map((one) => toSuggestionReply(one, line.currency, known)),
  }
}

function toSuggestionReply(
  suggestion: Suggestion,
  currency: string,
  { documents, names }: Parameters<typeof toMatchReply>[2],
): Static<typeof MatchSuggestion> {
  const amount = (minor: bigint) => ({ minor: String(minor), currency })
  return {
    kind: suggestion.kind,
    partyId: suggestion.partyId,
    partyName: suggestion.partyId === null ? null : (names.get(suggestion.partyId) ?? null),
    parts: suggestion.parts.flatMap(({ documentId, minor }) => {
      const head = documents.get(documentId)
      if (head === undefined) return []
      const { kind, number, day, dueDay } = head
      const open = amount(head.totalMinor - head.settledMinor)
      return [{ documentId, kind, number: number ?? head.reference, day, dueDay, open, amount: amount(minor) }]
    }),
    withheld: amount(suggestion.withheldMinor),
    fee: amount(suggestion.feeMinor),
    rest: amount(suggestion.restMinor),
    deduction: suggestion.deduction,
    score: suggestion.score,
    reasons: suggestion.reasons.map((reason) => toReasonReply(reason, currency)),
  }
}

function toReasonReply(reason: MatchReason, currency: string): Static<typeof MatchSuggestion>['reasons'][number] {
  const { code } = reason
  switch (code) {
    case 'amount-less-withheld':
    case 'amount-less-fee':
      return { code, amount: { minor: reason.minor, currency } }
    case 'part-of-amount':
      return { code, amount: { minor: reason.leftMinor, currency } }
    case 'amounts-add-up':
      return { code, count: reason.documents }
    case 'payer-known':
    case 'usually-nothing':
      return { code, count: reason.times }
    case 'near-usual-day':
      return { code, count: reason.days }
    case 'reference-found':
      return { code, text: reason.number }
    default:
      return { code }
  }
}
