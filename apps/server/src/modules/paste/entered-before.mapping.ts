// SPDX-License-Identifier: Apache-2.0
import type { pasteEndpoints as at, RequestOf } from '@resham/contract'
import type { UsualOfKind } from '@resham/matching'
import type { DocumentRecord } from '#modules/documents/index.ts'

type Lines = RequestOf<typeof at.check>['body']['lines']

/** What was entered, as one text that is equal for equal lines; empty where a line names no item. */
export function contentOf(lines: Lines): string {
  if (lines.some(({ itemId }) => itemId === null)) return ''
  return lines.map((line) => `${line.itemId} ${line.quantityMilli} ${line.price?.thousandths ?? ''}`).join('\n')
}

/** An earlier paper beside the entry: a price that the entry leaves open is left out of both. */
export function toRecent(paper: DocumentRecord, lines: Lines): UsualOfKind['recent'][number] {
  const content = paper.lines.map((line, i) => {
    const price = lines[i]?.price ? String(line.priceThousandths) : ''
    return `${line.itemId} ${line.quantityMilli} ${price}`
  })
  // The lines say it all: totals need taxes and prices that are not known before it is saved.
  return { id: paper.id, day: paper.day, currency: paper.currency, total: 0, content: content.join('\n') }
}
