// SPDX-License-Identifier: Apache-2.0
import { toDayNumber } from '@resham/base'
import { addToDays, insertLines, type SaleLine } from '#modules/sales/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentRecord } from './documents.types.ts'

/**
 * An issued invoice becomes sales of the books, a credit note takes sales back: Today, Trends and the Plan live on it.
 *
 * Amounts are net, home currency; each line takes its share of the document's, so that the shares add up to it.
 */
export async function recordSales(tx: TenantTx, document: DocumentRecord, as: 'sale' | 'return'): Promise<void> {
  const sign = as === 'sale' ? 1n : -1n
  let [foreign, home] = [0n, 0n]
  const lines = document.lines.flatMap((line): SaleLine[] => {
    foreign += line.netMinor
    const before = home
    home = document.netMinor === 0n ? 0n : (document.homeNetMinor * foreign) / document.netMinor
    if (line.itemId === null) return []
    return [
      {
        id: line.id,
        recordNo: line.lineNo,
        document: document.number ?? document.id,
        day: toDayNumber(document.day),
        minuteOfDay: null,
        itemId: line.itemId,
        customerId: document.partyId,
        country: null,
        channel: document.details.counter === true ? 'counter' : null,
        kind: as,
        ruleId: 'document',
        quantityMilli: Number(sign * line.quantityMilli),
        netMinor: Number(sign * (home - before)),
        currency: document.currency,
      },
    ]
  })
  if (lines.length === 0) return
  await insertLines(tx, document.id, lines, 'keep')
  await addToDays(
    tx,
    lines.map((line) => line.id),
  )
}
