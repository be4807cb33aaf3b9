// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { toHome } from './home-amount.ts'
import * as kept from './tax-sums.repository.ts'

/** What one tax comes to in a month, home currency. */
export type TaxSum = Omit<kept.RawTaxSum, 'currency' | 'rate'>
/** What was kept back of payments in a month, home currency. */
export type WithheldSum = {
  readonly month: PlainDate
  readonly side: 'from-us' | 'by-us'
  readonly paidMinor: bigint
  readonly withheldMinor: bigint
  readonly payments: number
}

/** Taxes by month at home: papers in other currencies by their own rates. @param home The business's own currency. */
export async function sumTaxes(
  tx: TenantTx,
  home: string,
  days: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<{ taxes: readonly TaxSum[]; withheld: readonly WithheldSum[] }> {
  const taxes = new Map<string, TaxSum>()
  for (const { currency, rate, ...row } of await kept.sumLineTaxes(tx, days)) {
    const key = `${row.month} ${row.side} ${row.code}`
    const before = taxes.get(key) ?? { ...row, netMinor: 0n, taxMinor: 0n, lines: 0 }
    taxes.set(key, {
      ...before,
      netMinor: before.netMinor + toHome(row.netMinor, currency, home, rate),
      taxMinor: before.taxMinor + toHome(row.taxMinor, currency, home, rate),
      lines: before.lines + row.lines,
    })
  }
  const withheld = new Map<string, WithheldSum>()
  for (const payment of await kept.listWithheld(tx, days)) {
    const month = `${payment.day.slice(0, 7)}-01` as PlainDate
    const side = payment.direction === 'in' ? 'from-us' : 'by-us'
    const before = withheld.get(`${month} ${side}`) ?? { month, side, paidMinor: 0n, withheldMinor: 0n, payments: 0 }
    const atHome = (minor: bigint) => toHome(minor, payment.currency, home, payment.rate)
    withheld.set(`${month} ${side}`, {
      ...before,
      paidMinor: before.paidMinor + atHome(payment.amountMinor),
      withheldMinor: before.withheldMinor + atHome(payment.withheldMinor),
      payments: before.payments + 1,
    })
  }
  return { taxes: [...taxes.values()], withheld: [...withheld.values()] }
}
