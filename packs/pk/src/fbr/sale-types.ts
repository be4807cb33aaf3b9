// SPDX-License-Identifier: Apache-2.0
// Data: the sale types of PRAL's Digital Invoicing API v1.12; the texts are compared letter by letter, oddities and all.

/** How the office reckons the sales tax of a sale type, and what it wants beside it. */
export type SaleType = {
  readonly text: string
  /** What the percentage of the rate stands on. */
  readonly base: 'value' | 'retail'
  /** True where `extraTax` must be the empty text, never 0 (code 0091). */
  readonly extraEmpty: boolean
  /** True where a schedule and its serial number must be named (codes 0077, 0078). */
  readonly schedule: boolean
  /** The unit that the goods must be counted in, or null (code 0097). */
  readonly unit: string | null
}

const plain = (text: string, rest: Partial<SaleType> = {}): SaleType => ({
  text,
  base: 'value',
  extraEmpty: false,
  schedule: false,
  unit: null,
  ...rest,
})

export const petroleum = 'Petroleum Products'
export const cottonGinners = 'Cotton ginners'
export const electricityToRetailers = 'Electricity Supply to Retailers'

export const saleTypes: readonly SaleType[] = [
  plain('Goods at standard rate (default)'),
  plain('Steel melting and re-rolling'),
  plain('Ship breaking'),
  plain('Goods at Reduced Rate', { extraEmpty: true, schedule: true }),
  plain('Exempt goods', { extraEmpty: true, schedule: true }),
  plain('Goods at zero-rate', { extraEmpty: true, schedule: true }),
  plain('3rd Schedule Goods', { base: 'retail' }),
  plain(cottonGinners),
  plain('Telecommunication services'),
  plain('Toll Manufacturing'),
  plain(petroleum, { schedule: true }),
  plain(electricityToRetailers, { schedule: true }),
  plain('Gas to CNG stations'),
  plain('Mobile Phones', { schedule: true }),
  plain('Processing/Conversion of Goods'),
  plain('Goods (FED in ST Mode)'),
  plain('Services (FED in ST Mode)'),
  plain('Services', { schedule: true }),
  plain('Electric Vehicle', { schedule: true }),
  plain('Cement /Concrete Block'),
  plain('Potassium Chlorate', { schedule: true, unit: 'KG' }),
  plain('CNG Sales', { schedule: true }),
  // A bar stands in it where the law has the Roman one.
  plain('Goods as per SRO.297(|)/2023', { schedule: true }),
  plain('Non-Adjustable Supplies', { schedule: true }),
]

/** A sale type by its exact text, or undefined. */
export function findSaleType(text: string): SaleType | undefined {
  return saleTypes.find((one) => one.text === text)
}
