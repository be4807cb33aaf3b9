// SPDX-License-Identifier: Apache-2.0

/** The body of an invoice, PRAL Digital Invoicing API v1.12 (24 July 2025), section 4. Rupees with two places. */
export type FbrBody = {
  invoiceType: string
  /** yyyy-MM-dd */
  invoiceDate: string
  sellerNTNCNIC: string
  sellerBusinessName: string
  sellerProvince: string
  sellerAddress: string
  /** Left out for a buyer without a number. */
  buyerNTNCNIC?: string
  buyerBusinessName: string
  buyerProvince: string
  buyerAddress: string
  buyerRegistrationType: string
  /** The office's number of the invoice that a debit note corrects; empty otherwise. */
  invoiceRefNo: string
  /** For trials only; in real use it is refused. */
  scenarioId?: string
  items: FbrItem[]
}

export type FbrItem = {
  hsCode: string
  productDescription: string
  /** A text of the office's list, not a number: "18%", "Exempt", "Rs.3". */
  rate: string
  uoM: string
  /** Up to four places. */
  quantity: number
  totalValues: number
  valueSalesExcludingST: number
  fixedNotifiedValueOrRetailPrice: number
  salesTaxApplicable: number
  salesTaxWithheldAtSource: number
  /** A number or the empty text; never null, never left out. */
  extraTax: number | ''
  furtherTax: number | ''
  sroScheduleNo: string
  fedPayable: number
  discount: number
  saleType: string
  sroItemSerialNo: string
  /** Only for petroleum. */
  petroleumLevyOn?: number
}
