// SPDX-License-Identifier: Apache-2.0

/** How the business itself stands with the tax office. Version 0: nobody has said. */
export type OwnTax = {
  readonly registration: string
  readonly taxNumber: string | null
  readonly name: string | null
  readonly address: string | null
  readonly region: string | null
  readonly version: number
}

/** What taxes need to know of an item. Version 0: nobody has said. */
export type ItemTax = {
  readonly itemId: string
  readonly taxClass: string | null
  readonly retailPriceMinor: bigint | null
  readonly facts: Readonly<Record<string, string>>
  readonly version: number
}
