// SPDX-License-Identifier: Apache-2.0
// What the simulator refuses: written from the specification alone, apart from the product's own check, so that the two
// can be held against each other.

export type Fault = { readonly code: string; readonly error: string }
export type Invoice = Readonly<Record<string, unknown>>

const fault = (code: string, error: string): Fault => ({ code, error })
const empty = (value: unknown) => value === undefined || value === null || value === ''
const digits = (value: unknown, ...lengths: number[]) =>
  typeof value === 'string' && /^\d+$/.test(value) && lengths.includes(value.length)
const cents = (value: unknown) => Math.round(Number(value) * 100)
const amount = (value: unknown) =>
  typeof value === 'number' && value >= 0 && Math.abs(value * 100 - cents(value)) < 1e-4

/** Sale type of each scenario, by its number from 1. */
const saleTypeOf = [
  ['Goods at standard rate (default)', 1, 2, 26],
  ['Steel melting and re-rolling', 3],
  ['Ship breaking', 4],
  ['Goods at Reduced Rate', 5, 28],
  ['Exempt goods', 6],
  ['Goods at zero-rate', 7],
  ['3rd Schedule Goods', 8, 27],
  ['Cotton ginners', 9],
  ['Telecommunication services', 10],
  ['Toll Manufacturing', 11],
  ['Petroleum Products', 12],
  ['Electricity Supply to Retailers', 13],
  ['Gas to CNG stations', 14],
  ['Mobile Phones', 15],
  ['Processing/Conversion of Goods', 16],
  ['Goods (FED in ST Mode)', 17],
  ['Services (FED in ST Mode)', 18],
  ['Services', 19],
  ['Electric Vehicle', 20],
  ['Cement /Concrete Block', 21],
  ['Potassium Chlorate', 22],
  ['CNG Sales', 23],
  ['Goods as per SRO.297(|)/2023', 24],
  ['Non-Adjustable Supplies', 25],
] as const
const saleTypes: readonly string[] = saleTypeOf.map(([text]) => text)

/** The first thing wrong with the head, or undefined. @param trial Whether it came to the sandbox. */
export function headFault(invoice: Invoice, trial: boolean): Fault | undefined {
  if (!digits(invoice.sellerNTNCNIC, 7, 13)) {
    return fault(
      '0401',
      'Unauthorized access: Provided seller registration number is not 13 digits (CNIC) or 7 digits (NTN)',
    )
  }
  if (!['Sale Invoice', 'Debit Note'].includes(String(invoice.invoiceType)))
    return fault('0003', 'Provide proper invoice type.')
  if (empty(invoice.invoiceDate)) return fault('0042', 'Provide invoice date.')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(invoice.invoiceDate)))
    return fault('0005', 'please provide date in valid format')
  if (empty(invoice.sellerProvince)) return fault('0073', 'Provide Sale Origination Province of Supplier')
  if (empty(invoice.buyerProvince)) return fault('0074', 'Provide Destination of Supply')
  if (empty(invoice.buyerBusinessName)) return fault('0010', 'Provide Buyer Name.')
  return buyerFault(invoice) ?? referenceFault(invoice) ?? scenarioFault(invoice, trial)
}

function buyerFault(invoice: Invoice): Fault | undefined {
  const kind = invoice.buyerRegistrationType
  const buyer = invoice.buyerNTNCNIC
  if (empty(kind)) return fault('0012', 'Provide Buyer Registration Type')
  if (kind !== 'Registered' && kind !== 'Unregistered')
    return fault('0053', 'Provided buyer registration type is invalid')
  if (kind === 'Registered' && empty(buyer)) return fault('0009', 'Provide Buyer registration No.')
  if (buyer !== undefined && !digits(buyer, 7, 13)) return fault('0002', 'Invalid Buyer Registration No or NTN')
  // The one number that the sandbox is known to hold for registered, and its dummies that are not.
  if (buyer === '2046004' && kind !== 'Registered') return fault('0053', 'Registration type does not match')
  if (String(buyer).startsWith('10000000000') && kind !== 'Unregistered')
    return fault('0053', 'Registration type does not match')
  return buyer === invoice.sellerNTNCNIC ? fault('0058', 'Self-invoicing not allowed') : undefined
}

function referenceFault(invoice: Invoice): Fault | undefined {
  if (invoice.invoiceType !== 'Debit Note') return undefined
  if (empty(invoice.invoiceRefNo)) return fault('0026', 'Invoice Reference No. is required.')
  return [22, 28].includes(String(invoice.invoiceRefNo).length)
    ? undefined
    : fault('0057', 'Reference Invoice does not exist.')
}

function scenarioFault(invoice: Invoice, trial: boolean): Fault | undefined {
  const id = invoice.scenarioId
  if (!trial) return id === undefined ? undefined : fault('0203', 'Scenario is not allowed')
  const scenario = /^SN0(\d\d)$/.exec(String(id))
  const row = saleTypeOf.find(([, ...numbers]) => (numbers as readonly number[]).includes(Number(scenario?.[1])))
  if (!row) return fault('0203', 'Provided scenario does not exist')
  const items = Array.isArray(invoice.items) ? invoice.items : []
  return items.every((item) => item?.saleType === row[0])
    ? undefined
    : fault('0204', 'Sale type not match with provided scenario No.')
}

/** The first thing wrong with a line, or undefined. */
export function lineFault(item: Invoice, invoice: Invoice): Fault | undefined {
  const sale = String(item.saleType)
  if (empty(item.hsCode)) return fault('0019', 'Please provide HSCode')
  if (!/^\d{4}\.\d{4}$/.test(String(item.hsCode))) return fault('0052', 'Provide proper HS Code.')
  if (empty(item.rate) || typeof item.rate !== 'string') return fault('0046', 'Provide rate.')
  if (empty(item.uoM)) return fault('0099', 'Provide uom.')
  if (!saleTypes.includes(sale)) return fault('0013', 'Provide valid Sale type.')
  if (empty(item.salesTaxApplicable)) return fault('0018', 'Please provide Sales Tax/FED in ST Mode')
  for (const field of ['totalValues', 'fedPayable', 'discount', 'salesTaxApplicable', 'salesTaxWithheldAtSource']) {
    if (!amount(item[field])) return fault('0300', `Provided decimal value is not valid at field ${field}`)
  }
  if (!amount(item.valueSalesExcludingST) || item.valueSalesExcludingST === 0) {
    return fault('0300', 'Provided decimal value is not valid at field valueSalesExcludingST')
  }
  for (const field of ['extraTax', 'furtherTax']) {
    if (item[field] !== '' && !amount(item[field]))
      return fault('0300', `Provided decimal value is not valid at field ${field}`)
  }
  if (typeof item.quantity !== 'number' || item.quantity < 0) return fault('0300', 'Quantity is not valid')
  if (['Goods at Reduced Rate', 'Exempt goods'].includes(sale) && item.extraTax !== '') {
    return fault('0091', 'Extra tax must be empty.')
  }
  if (sale === 'Petroleum Products' && empty(item.petroleumLevyOn))
    return fault('0129', 'Petroleum Levy On field cannot be empty or null')
  if (sale === 'Cotton ginners' && invoice.buyerRegistrationType !== 'Registered') {
    return fault('0100', 'Cotton Ginners allowed against registered buyers only.')
  }
  return taxFault(item, sale)
}

/** To the paisa either way: the office's own tolerance is not known. */
function taxFault(item: Invoice, sale: string): Fault | undefined {
  const rate = String(item.rate)
  const percent = Number(/^([\d.]+)%/.exec(rate)?.[1] ?? 0)
  const each = Number(/^Rs\.([\d.]+)$/.exec(rate)?.[1] ?? /rupees ([\d.]+) per/.exec(rate)?.[1] ?? 0)
  const value = Number(item.valueSalesExcludingST)
  const bases =
    sale === '3rd Schedule Goods'
      ? [Number(item.fixedNotifiedValueOrRetailPrice)]
      : [value, value + Number(item.fedPayable)]
  const fits = bases.some((base) => {
    const tax = (base * percent) / 100 + each * Number(item.quantity)
    return Math.abs(tax - Number(item.salesTaxApplicable)) < 0.0101
  })
  if (fits) return undefined
  if (sale === '3rd Schedule Goods') return fault('0102', 'Calculated tax not matched in 3rd schedule')
  if (sale === 'Potassium Chlorate') return fault('0103', 'The calculated tax for Potassium Chlorate does not match.')
  return rate.startsWith('Rs.')
    ? fault('0105', 'The calculated sales tax for the quantity is incorrect.')
    : fault('0104', 'The calculated percentage sales tax does not match.')
}
