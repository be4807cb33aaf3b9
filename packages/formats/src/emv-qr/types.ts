// SPDX-License-Identifier: Apache-2.0

/** One data object: its id (two figures) and what it holds. A template holds objects of its own. */
export type QrField = { readonly id: string; readonly value: string }

/** Where the money goes: an object of 26 to 51 with its own fields, or of 02 to 25 whose meaning a card scheme knows. */
export type MerchantAccount = {
  readonly id: string
  /** Names the scheme, such as a reversed domain; empty where the object belongs to a card scheme. */
  readonly scheme: string
  readonly fields: readonly QrField[]
}

/** A merchant's QR code as read. */
export type MerchantQr = {
  /** Every object in the order of the code, but for the checksum. */
  readonly fields: readonly QrField[]
  /** True where the code is for one payment only. */
  readonly dynamic: boolean
  readonly accounts: readonly MerchantAccount[]
  readonly category: string
  /** ISO 4217, three figures. */
  readonly currencyNumber: string
  /** With a point; null where the payer types it. */
  readonly amount: string | null
  readonly country: string
  readonly name: string
  readonly city: string
  readonly bill: string
  readonly reference: string
  readonly terminal: string
}

/** Why a text is no merchant QR code. */
export type QrFault = 'not-emv' | 'length' | 'id' | 'checksum' | 'missing' | 'too-long' | 'twice'
