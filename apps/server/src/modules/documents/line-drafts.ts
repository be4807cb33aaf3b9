// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { DocumentKind } from '@resham/bookkeeping'
import type { CarriedOn, DocumentRecord, LineDraft, LineRecord } from './documents.types.ts'
import { inBetween } from './kinds.ts'

/** A line of the document before, with how much of it may still go on. */
export type OpenLine = { readonly line: LineRecord; readonly rootId: string; readonly openMilli: bigint }

/** The line that is carried on when something is made from this one. */
export function rootOf(before: DocumentRecord, line: LineRecord): string {
  return inBetween.includes(before.kind) && line.fromLineId !== null ? line.fromLineId : line.id
}

/**
 * What of a document is still open for a kind of document made from it.
 *
 * @param carried    What went on of the lines' roots.
 * @param quantities Quantities of the roots that are not lines of this document.
 */
export function openLines(
  before: DocumentRecord,
  kind: DocumentKind,
  carried: readonly CarriedOn[],
  quantities: ReadonlyMap<string, bigint>,
): OpenLine[] {
  const roots = new Set(before.lines.map((line) => rootOf(before, line)))
  // Goods that have left are billed first; an order of which nothing has left is billed whole. Services leave nothing.
  const hasLeft = carried.some((one) => one.kind === 'shipment' && roots.has(one.lineId))
  const isAsShipped = kind === 'invoice' && before.kind === 'order' && hasLeft
  return before.lines.map((line) => {
    const rootId = rootOf(before, line)
    const whole = quantities.get(rootId) ?? line.quantityMilli
    const of = (wanted: DocumentKind) =>
      carried.reduce((sum, one) => (one.lineId === rootId && one.kind === wanted ? sum + one.quantityMilli : sum), 0n)
    const basis = isAsShipped && line.itemId !== null ? least(of('shipment'), whole) : whole
    const open = least(line.quantityMilli, basis - of(kind))
    return { line, rootId, openMilli: open > 0n ? open : 0n }
  })
}

/**
 * The lines of a document that carries another on.
 *
 * @param wanted Absent: all that is open.
 * @throws documents.nothing-open, documents.more-than-open with the line's `description`, `open` and `asked`;
 *         platform.not-found for a line that the document before does not have
 */
export function carriedDrafts(
  open: readonly OpenLine[],
  wanted: readonly LineDraft[] | undefined,
  mayExceed: boolean,
): LineDraft[] {
  if (wanted === undefined) {
    const all = open.filter((one) => one.openMilli > 0n).map((one) => carry(one, {}, one.openMilli))
    if (all.length === 0) throw new AppError('documents.nothing-open')
    return all
  }
  const left = new Map(open.map((one) => [one.rootId, one.openMilli]))
  return wanted.map((draft) => {
    if (!draft.fromLineId) return draft
    const from = open.find((one) => one.line.id === draft.fromLineId || one.rootId === draft.fromLineId)
    if (!from) throw new AppError('platform.not-found')
    const there = left.get(from.rootId) ?? 0n
    const quantity = draft.quantityMilli ?? there
    if (quantity > there && !mayExceed) {
      const { description } = from.line
      throw new AppError('documents.more-than-open', {
        description,
        open: milliText(there),
        asked: milliText(quantity),
      })
    }
    left.set(from.rootId, there - quantity)
    return carry(from, draft, quantity)
  })
}

function carry({ line, rootId }: OpenLine, draft: LineDraft, quantityMilli: bigint): LineDraft {
  const { itemId, lotId, description, unit, priceThousandths, taxClass } = line
  // A discount stands on the whole line: a part of the line takes its part of the discount.
  const discountMinor =
    line.quantityMilli === quantityMilli
      ? line.discountMinor
      : (line.discountMinor * quantityMilli) / line.quantityMilli
  const before = { itemId, lotId, description, unit, priceThousandths, taxClass, discountMinor }
  return { ...before, ...draft, quantityMilli, fromLineId: rootId }
}

/** A quantity as a person reads it: `2.5`. */
function milliText(milli: bigint): string {
  const [sign, size] = milli < 0n ? ['-', -milli] : ['', milli]
  const part = String(size % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${sign}${size / 1000n}${part === '' ? '' : `.${part}`}`
}

/** The smaller of two; `Math.min` knows no bigints. */
export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
