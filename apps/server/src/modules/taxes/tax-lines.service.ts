// SPDX-License-Identifier: Apache-2.0
import { AppError, type PlainDate } from '@resham/base'
import { type LineTax, type Pack, taxesOfLine } from '@resham/pack-kit'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { findTaxFacts } from './taxes.repository.ts'
import type { ItemTax } from './taxes.types.ts'

/** What of a paper decides its taxes. */
export type TaxedPaper = {
  readonly pack: Pack
  readonly day: PlainDate
  /** Whether the business sells or buys. */
  readonly side: 'sell' | 'buy'
  /** How the other side is registered; null: nobody has said. */
  readonly partyRegistration: string | null
}

/** A line before its taxes: minor units of the country's own currency, in which the law reckons, and thousandths. */
export type UntaxedLine = {
  readonly itemId: string | null
  /** Null: the item's own. */
  readonly taxClass: string | null
  readonly quantityMilli: bigint
  readonly netMinor: bigint
}

/** A line's taxes, in the same money. */
export type TaxedLine = { readonly taxClass: string; readonly taxes: readonly LineTax[] }

/**
 * The taxes of a paper's lines, in their order; each is rounded on its line. One question to the database, however
 * many lines.
 *
 * @throws taxes.class-unknown, taxes.retail-price-missing
 */
export async function taxLines(
  tx: TenantTx,
  paper: TaxedPaper,
  lines: readonly UntaxedLine[],
): Promise<readonly TaxedLine[]> {
  const { registrations } = paper.pack.tax
  const ids = [...new Set(lines.flatMap(({ itemId }) => itemId ?? []))]
  const known = await findTaxFacts(tx, ids)
  const own = known.registration ?? usualOf(registrations, ({ usual }) => usual.own)
  const party = paper.partyRegistration ?? usualOf(registrations, ({ usual }) => usual.party)
  const items = new Map(known.items.map((item) => [item.itemId, item]))
  const sides = paper.side === 'sell' ? { seller: own, buyer: party } : { seller: party, buyer: own }
  return lines.map((line) => taxLine(paper, sides, line, line.itemId === null ? undefined : items.get(line.itemId)))
}

function taxLine(
  paper: TaxedPaper,
  sides: { readonly seller: string; readonly buyer: string },
  line: UntaxedLine,
  item: ItemTax | undefined,
): TaxedLine {
  const { pack, day } = paper
  const taxClass = line.taxClass ?? item?.taxClass ?? usualOf(pack.tax.classes, ({ usual }) => usual)
  if (!pack.tax.classes.some(({ id }) => id === taxClass)) throw new AppError('taxes.class-unknown', { taxClass })
  const { netMinor, quantityMilli } = line
  const rows = pack.tax.rows
  const taxes = taxesOfLine(rows, {
    ...{ day, taxClass, ...sides, netMinor, quantityMilli },
    retailPriceMinor: item?.retailPriceMinor ?? null,
  })
  return { taxClass, taxes }
}

/** The checker of packs has seen that there is exactly one. */
function usualOf<Row extends { readonly id: string }>(rows: readonly Row[], isUsual: (row: Row) => boolean): string {
  return rows.find(isUsual)?.id ?? ''
}
