// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { DocumentKind } from '@resham/bookkeeping'
import type { PartyRecord } from '#modules/parties/index.ts'
import { taxLines } from '#modules/taxes/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentContext, LineRecord } from './documents.types.ts'
import { fromHome, toHome } from './home-amount.ts'
import { buying } from './kinds.ts'

/** What of a document decides its taxes. */
type TaxedHead = {
  readonly kind: DocumentKind
  readonly day: PlainDate
  readonly currency: string
  /** Home currency for one of the document's. */
  readonly rate: string
  readonly party: PartyRecord | undefined
}

/**
 * Lines with their taxes, each rounded on the line. The law reckons in the country's own money: a paper in another
 * currency is taken home at its own rate, and its taxes are brought back.
 *
 * @throws what `taxLines` refuses
 */
export async function taxesOf(
  tx: TenantTx,
  ctx: DocumentContext,
  lines: readonly LineRecord[],
  head: TaxedHead,
): Promise<LineRecord[]> {
  const { currency, rate, day } = head
  const home = ctx.business.currency
  const back = (minor: bigint) => fromHome(minor, currency, home, rate)
  const taxed = await taxLines(
    tx,
    {
      pack: ctx.pack,
      day,
      side: buying.includes(head.kind) ? 'buy' : 'sell',
      partyRegistration: head.party?.registration ?? null,
    },
    lines.map((line) => ({ ...line, netMinor: toHome(line.netMinor, currency, home, rate) })),
  )
  return lines.map((line, i) => {
    const { taxClass = line.taxClass, taxes = [] } = taxed[i] ?? {}
    const kept = taxes.map((tax) => ({
      code: tax.code,
      // Of a tax by quantity the base is a quantity.
      base: tax.rate.includes('/') ? back(tax.base) : tax.base,
      rate: tax.rate,
      amount: back(tax.amountMinor),
    }))
    const within = kept.reduce((sum, tax, at) => (taxes[at]?.included ? sum + tax.amount : sum), 0n)
    const taxMinor = kept.reduce((sum, tax) => sum + tax.amount, 0n)
    return { ...line, taxClass, taxes: kept, netMinor: line.netMinor - within, taxMinor }
  })
}
