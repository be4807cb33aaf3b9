// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import type { DocumentContext } from '#modules/documents/index.ts'
import { findPrices } from '#modules/items/index.ts'
import { listLastPrices } from '#modules/sales/index.ts'
import { taxLines } from '#modules/taxes/index.ts'
import { dayIn } from '#platform/clock.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { onTop } from './tax-inside.service.ts'

/** A price of this many thousandths and more is shown in whole minor units: taxes taken out and put back round a little. */
const wholeFrom = 100_000n
/** Taxes are reckoned on so many units, so that they are exact to the thousandth of one. */
const units = 1000n

/**
 * What a customer pays at the counter for one of each item, thousandths of a minor unit: the list price, else what it
 * went for last, with the taxes that come on top. Items without a price are not in the answer.
 */
export async function shelfPrices(
  tx: TenantTx,
  ctx: DocumentContext,
  itemIds: readonly string[],
): Promise<Map<string, bigint>> {
  const { currency, timeZone } = ctx.business
  const asked = itemIds.map((itemId) => ({ itemId, quantityMilli: 1000n }))
  const last = await listLastPrices(tx, itemIds)
  const listed = await findPrices(tx, asked, currency, null)
  const nets = [...new Map([...last, ...listed])]
  const day = fromDayNumber(dayIn(timeZone, ctx.now))
  const taxed = await taxLines(
    tx,
    { pack: ctx.pack, day, side: 'sell', partyRegistration: null },
    nets.map(([itemId, price]) => ({ itemId, taxClass: null, quantityMilli: units * 1000n, netMinor: price })),
  )
  return new Map(
    nets.map(([itemId, net], i) => {
      const gross = net + onTop(taxed[i] ?? { taxes: [] })
      return [itemId, gross < wholeFrom ? gross : ((gross + 500n) / 1000n) * 1000n]
    }),
  )
}
