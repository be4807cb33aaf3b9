// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'

/** Words in both languages of the screens. */
export type Names = { readonly en: string; readonly ur: string }

/** A holiday as a country pack gives it; only what the generator reads. */
export type ShopHoliday = {
  readonly id: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly leadDays: number
  readonly lagDays: number
}

export type SampleItem = {
  readonly code: string
  readonly name: string
  readonly nameUr: string
  readonly category: string
  readonly unit: 'piece' | 'pair' | 'set'
  /** What one unit costs the maker today, in minor units of the business's currency. */
  readonly costMinor: number
  /** Units in a carton; purchases come in whole cartons. */
  readonly packSize: number
  readonly leadTimeDays: number
  /** Smallest order the workshop accepts, in units. */
  readonly minimumOrder: number
  /** Units on the shelf at the end of the last day. */
  readonly stockOnHand: number
  /** EAN-13 in the range 200 to 299, which shops give out themselves. */
  readonly barcode: string
}

export type SampleCustomer = {
  readonly code: string
  readonly name: string
  readonly country: string
  readonly kind: 'export' | 'home'
}

export type SampleChannel = 'shop' | 'whatsapp' | 'online' | 'export'
export type SampleStatus = 'completed' | 'returned' | 'cancelled'

/** One line of an invoice. */
export type SampleLine = {
  readonly document: string
  readonly day: PlainDate
  /** Minutes since midnight, 0 to 1,439. */
  readonly minuteOfDay: number
  readonly itemCode: string
  /** Whole units; negative in a return. */
  readonly quantity: number
  /** In minor units of the business's currency. */
  readonly unitPriceMinor: number
  /** Code of the customer; empty for a passer-by. */
  readonly customer: string
  readonly country: string
  readonly channel: SampleChannel
  readonly status: SampleStatus
}

/** What was put into the data, for tests that must find it again. */
export type SampleTruth = {
  /** A large export customer whose last order lies months back. */
  readonly lostCustomer: { readonly code: string; readonly lastOrder: PlainDate }
  /** A good seller that nobody could buy between two days, inclusive. */
  readonly stockOut: { readonly itemCode: string; readonly from: PlainDate; readonly to: PlainDate }
  /** Home demand around each holiday: its factor on the last day before, and on the days themselves. */
  readonly holidayEffects: readonly {
    readonly id: string
    readonly from: PlainDate
    readonly eveFactor: number
    readonly dayFactor: number
  }[]
  /** Prices of a category were multiplied from a day on. */
  readonly priceChanges: readonly { readonly day: PlainDate; readonly category: string; readonly factor: number }[]
  /** Growth a year by category: 0.1 is ten per cent up. */
  readonly trends: readonly { readonly category: string; readonly yearly: number }[]
}

/** Three years in the life of a shop that does not exist. */
export type SampleShop = {
  /** Always true: every screen that shows it must say so. */
  readonly invented: true
  readonly seed: number
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  readonly business: { readonly name: Names; readonly town: Names; readonly country: string; readonly currency: string }
  readonly items: readonly SampleItem[]
  readonly customers: readonly SampleCustomer[]
  /** In order of time. */
  readonly lines: readonly SampleLine[]
  readonly truth: SampleTruth
}
