// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'

/** What the owner knows about buying an item. Nulls: the business's defaults stand. */
export type ItemSupply = {
  readonly leadTimeDays: number | null
  readonly packSizeMilli: number | null
  readonly minimumOrderMilli: number | null
  readonly serviceLevelPercent: number | null
  readonly onHandMilli: number | null
  readonly onOrderMilli: number | null
  readonly unitCostMinor: bigint | null
  readonly supplier: string | null
  readonly countedOn: PlainDate | null
}

/** What a buyer reads of an item, and what papers and carriers ask. */
export type ItemDetails = {
  /** By language. */
  readonly descriptions: Readonly<Record<string, string>>
  readonly attributes: Readonly<Record<string, string>>
  /** Of a variant: what tells it from its sisters. */
  readonly options: Readonly<Record<string, string>>
  readonly weightGrams: number | null
  readonly lengthMm: number | null
  readonly widthMm: number | null
  readonly heightMm: number | null
}

/** A thing that is sold. */
export type ItemRecord = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly category: string | null
  readonly unit: string | null
  readonly barcode: string | null
  readonly variantOf: string | null
  readonly details: ItemDetails
  readonly archived: boolean
  /** The photograph that stands for it. */
  readonly photoId: string | null
  /** By default, one unit: thousandths of a minor unit of the business's currency. */
  readonly priceThousandths: bigint | null
  readonly version: number
  readonly firstDay: PlainDate | null
  readonly lastDay: PlainDate | null
  readonly supply: ItemSupply
}

/** An item as an import met it. */
export type ItemSeen = {
  readonly id: string
  readonly code: string
  /** The code, where no line had a name. */
  readonly name: string
  /** True when a sale used the name; a name from other lines never replaces one that is known. */
  readonly namedBySale: boolean
  readonly category: string | null
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
}

/** What a person may change of an item. */
export type ItemChange = {
  readonly name?: string
  readonly category?: string | null
  readonly unit?: string | null
  readonly barcode?: string | null
  readonly variantOf?: string | null
  readonly archived?: boolean
} & Partial<ItemDetails>

/** An item that a person makes. */
export type NewItem = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly category: string | null
  readonly unit: string | null
  readonly barcode: string | null
  readonly variantOf: string | null
  readonly options: Readonly<Record<string, string>>
}
