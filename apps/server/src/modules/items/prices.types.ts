// SPDX-License-Identifier: Apache-2.0

/** Prices for a group of customers in one currency. */
export type PriceListRecord = {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly isDefault: boolean
  readonly items: number
  readonly version: number
}

/** Price of one unit from a quantity on. */
export type PriceStep = {
  readonly fromQuantityMilli: number
  /** Thousandths of a minor unit of the list's currency. */
  readonly priceThousandths: bigint
}

export type ListedItemRecord = {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly unit: string | null
  readonly barcode: string | null
  readonly prices: readonly PriceStep[]
}

/** What is asked for a price: so many of an item. */
export type PriceQuestion = { readonly itemId: string; readonly quantityMilli: bigint }
