// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { ListedItem } from '@resham/contract'
import type { Static } from 'typebox'
import type { ListedItemRecord, PriceStep } from './prices.types.ts'

type AskedStep = {
  readonly fromQuantityMilli: number
  readonly price: { readonly thousandths: string; readonly currency: string }
}

/** An item with its prices as the API answers it. */
export function toListedItem(item: ListedItemRecord, currency: string): Static<typeof ListedItem> {
  return {
    ...item,
    prices: item.prices.map(({ fromQuantityMilli, priceThousandths }) => ({
      fromQuantityMilli,
      price: { thousandths: priceThousandths.toString(), currency },
    })),
  }
}

/**
 * Prices as they are kept, smallest quantity first.
 *
 * @throws base.currency-mismatch; prices.step-twice when two begin at the same quantity
 */
export function toSteps(asked: readonly AskedStep[], currency: string): PriceStep[] {
  const strange = asked.find(({ price }) => price.currency !== currency)
  if (strange) throw new AppError('base.currency-mismatch', { a: strange.price.currency, b: currency })
  const steps = asked
    .map(({ fromQuantityMilli, price }) => ({ fromQuantityMilli, priceThousandths: BigInt(price.thousandths) }))
    .sort((a, b) => a.fromQuantityMilli - b.fromQuantityMilli)
  const twice = steps.find((step, i) => steps[i - 1]?.fromQuantityMilli === step.fromQuantityMilli)
  if (twice) throw new AppError('prices.step-twice', { quantity: twice.fromQuantityMilli / 1000 })
  return steps
}
