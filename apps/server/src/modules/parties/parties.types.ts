// SPDX-License-Identifier: Apache-2.0

/** A customer as an import met them; the code stands for a name that the file did not give. */
export type CustomerSeen = { readonly id: string; readonly code: string; readonly name: string }

/** As papers print it. Every part may be missing. */
export type Address = {
  readonly line1?: string
  readonly line2?: string
  readonly city?: string
  readonly region?: string
  readonly postcode?: string
  readonly country?: string
}

/** A customer, a supplier, or both. */
export type PartyRecord = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly isCustomer: boolean
  readonly isSupplier: boolean
  /** As the pack writes it, with the country's code. */
  readonly phone: string | null
  readonly email: string | null
  readonly address: Address
  readonly taxNumber: string | null
  /** One of the pack's kinds of registration; null: not known. */
  readonly registration: string | null
  /** Days in which an invoice is to be paid; null: at once. */
  readonly termsDays: number | null
  /** How much may be open; null: no limit. Home currency. */
  readonly creditLimitMinor: bigint | null
  readonly currency: string | null
  readonly language: 'en' | 'ur' | null
  readonly priceListId: string | null
  readonly leadTimeDays: number | null
  readonly note: string | null
  /** The party that this one was found to be. */
  readonly mergedInto: string | null
  readonly version: number
}

/** What a person may say of a party. */
export type PartyDraft = Omit<PartyRecord, 'id' | 'code' | 'mergedInto' | 'version'>
