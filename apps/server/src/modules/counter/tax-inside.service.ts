// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { lineNet } from '@resham/bookkeeping'
import type { DocumentContext, LineDraft } from '#modules/documents/index.ts'
import { findParty } from '#modules/parties/index.ts'
import { taxLines } from '#modules/taxes/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** A line of which quantity and price are known. */
export type PricedLine = LineDraft & { readonly quantityMilli: bigint; readonly priceThousandths: bigint }

const mostTries = 8

type Taxes = { readonly taxes: readonly { readonly included: boolean; readonly amountMinor: bigint }[] }

/** What taxes add to the price of a line; those that the price contains add nothing. */
export function onTop({ taxes }: Taxes): bigint {
  return taxes.reduce((sum, tax) => (tax.included ? sum : sum + tax.amountMinor), 0n)
}

/**
 * At the counter the customer pays what the phone shows: taxes that the law adds on top lie inside it. Lowers the price
 * of each line until net and taxes together come to what was paid, or, where rounding leaves a gap, to less by the gap.
 *
 * @throws what `taxLines` refuses
 */
export async function withTaxInside(
  tx: TenantTx,
  ctx: DocumentContext,
  sale: { readonly lines: readonly PricedLine[]; readonly day: PlainDate; readonly partyId: string | null },
): Promise<{ readonly lines: PricedLine[]; readonly totalMinor: bigint }> {
  const party = sale.partyId === null ? undefined : await findParty(tx, sale.partyId)
  const paper = {
    ...{ pack: ctx.pack, day: sale.day, side: 'sell' as const },
    partyRegistration: party?.registration ?? null,
  }
  const gross = sale.lines.map((line) => lineNet(line.quantityMilli, line.priceThousandths, 0n))
  let lines = [...sale.lines]
  for (let tries = 0; ; tries++) {
    const nets = lines.map((line) => lineNet(line.quantityMilli, line.priceThousandths, line.discountMinor ?? 0n))
    const taxed = await taxLines(
      tx,
      paper,
      lines.map((line, i) => ({
        itemId: line.itemId ?? null,
        taxClass: line.taxClass ?? null,
        quantityMilli: line.quantityMilli,
        netMinor: nets[i] ?? 0n,
      })),
    )
    const over = taxed.map((one, i) => (nets[i] ?? 0n) + onTop(one) - (gross[i] ?? 0n))
    const totalMinor = taxed.reduce((sum, one, i) => sum + (nets[i] ?? 0n) + onTop(one), 0n)
    if (tries === mostTries || over.every((minor) => minor <= 0n)) return { lines, totalMinor }
    const first = tries === 0
    lines = lines.map((line, i) =>
      first ? lowered(line, gross[i] ?? 0n, over[i] ?? 0n) : discounted(line, over[i] ?? 0n),
    )
  }
}

/** First the price itself, by the share of tax in it; rounded up, so that only a little is left to take off. */
function lowered(line: PricedLine, gross: bigint, over: bigint): PricedLine {
  if (over <= 0n) return line
  const whole = gross + over
  return { ...line, priceThousandths: (line.priceThousandths * gross + whole - 1n) / whole }
}

function discounted(line: PricedLine, over: bigint): PricedLine {
  return over <= 0n ? line : { ...line, discountMinor: (line.discountMinor ?? 0n) + over }
}
