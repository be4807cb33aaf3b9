// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { DocumentKind } from '@resham/bookkeeping'
import type { PartyRecord } from '#modules/parties/index.ts'
import { taxLines } from '#modules/taxes/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentContext, LineRecord } from './documents.types.ts'

/** What of a document decides its taxes. */
type TaxedHead = {
  readonly kind: DocumentKind
  readonly day: PlainDate
  readonly currency: string
  readonly party: PartyRecord | undefined
}

const buying: readonly DocumentKind[] = ['purchase-order', 'receipt', 'bill', 'supplier-return', 'debit-note']

/** Lines with their taxes, each rounded on the line. @throws what `taxLines` refuses */
export async function taxesOf(
  tx: TenantTx,
  ctx: DocumentContext,
  lines: readonly LineRecord[],
  head: TaxedHead,
): Promise<LineRecord[]> {
  const taxed = await taxLines(
    tx,
    {
      pack: ctx.pack,
      day: head.day,
      currency: head.currency,
      home: ctx.business.currency,
      side: buying.includes(head.kind) ? 'buy' : 'sell',
      partyRegistration: head.party?.registration ?? null,
    },
    lines,
  )
  return lines.map((line, i) => {
    const { taxes = [], ...of } = taxed[i] ?? {}
    const kept = taxes.map(({ code, base, rate, amountMinor }) => ({ code, base, rate, amount: amountMinor }))
    return { ...line, ...of, taxes: kept }
  })
}
