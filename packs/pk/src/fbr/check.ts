// SPDX-License-Identifier: Apache-2.0
import { isRealDate } from '@resham/base'
import type { FiscalProblem } from '@resham/pack-kit'
import { checkItem } from './check-item.ts'
import { isObject, isText } from './fields.ts'
import { isProvince } from './provinces.ts'
import { scenarios } from './scenarios.ts'

const number = /^(?:\d{7}|\d{13})$/

/** The number that the office gives an invoice: 22 characters for an NTN, 28 for a CNIC. */
export const officeNumber = /^(?:\d{7}|\d{13})DI\d{13}$/

/**
 * All that the office would refuse, as far as it can be known here; codes are the office's, or `local.` where it has
 * none. Whether numbers are registered, goods are in its list and a rate is still in force only the office knows.
 *
 * @source PRAL Technical Specification for DI API v1.12, sections 4 and 7.
 */
export function checkBody(body: unknown, use: 'real' | 'trial'): readonly FiscalProblem[] {
  if (!isObject(body)) return [{ field: '', code: 'local.not-an-invoice', line: null }]
  const items = Array.isArray(body.items) ? body.items : []
  return [
    ...checkHead(body).map(([field, code]) => ({ field: `/${field}`, code, line: null })),
    ...checkScenario(body, items, use).map(([field, code]) => ({ field: `/${field}`, code, line: null })),
    ...(items.length === 0 ? [{ field: '/items', code: 'local.no-lines', line: null }] : []),
    ...items.flatMap((item: unknown, line) =>
      checkItem(item, body).map(([field, code]) => ({ field: `/items/${line}/${field}`, code, line })),
    ),
  ]
}

type Found = [field: string, code: string]
type Body = Readonly<Record<string, unknown>>

function checkHead(body: Body): Found[] {
  const found: Found[] = []
  const filled = (field: string, code: string) => {
    if (!isText(body[field])) found.push([field, code])
  }
  if (body.invoiceType !== 'Sale Invoice' && body.invoiceType !== 'Debit Note') found.push(['invoiceType', '0003'])
  if (!isDate(body.invoiceDate)) found.push(['invoiceDate', isText(body.invoiceDate) ? '0005' : '0042'])
  if (!isText(body.sellerNTNCNIC)) found.push(['sellerNTNCNIC', '0001'])
  else if (!number.test(body.sellerNTNCNIC)) found.push(['sellerNTNCNIC', '0401'])
  filled('sellerBusinessName', 'local.seller-name')
  filled('sellerAddress', 'local.seller-address')
  if (!isText(body.sellerProvince) || !isProvince(body.sellerProvince)) found.push(['sellerProvince', '0073'])
  filled('buyerBusinessName', '0010')
  filled('buyerAddress', 'local.buyer-address')
  if (!isText(body.buyerProvince) || !isProvince(body.buyerProvince)) found.push(['buyerProvince', '0074'])
  return [...found, ...checkBuyer(body), ...checkReference(body)]
}

function checkBuyer(body: Body): Found[] {
  const found: Found[] = []
  const kind = body.buyerRegistrationType
  const buyer = body.buyerNTNCNIC
  if (!isText(kind)) found.push(['buyerRegistrationType', '0012'])
  else if (kind !== 'Registered' && kind !== 'Unregistered') found.push(['buyerRegistrationType', '0053'])
  if (!isText(buyer)) {
    // Left out for a buyer without a number; an empty text is not the same.
    if (kind === 'Registered') found.push(['buyerNTNCNIC', '0009'])
    else if (buyer !== undefined) found.push(['buyerNTNCNIC', '0002'])
  } else if (!number.test(buyer)) found.push(['buyerNTNCNIC', '0002'])
  else if (buyer === body.sellerNTNCNIC) found.push(['buyerNTNCNIC', '0058'])
  return found
}

function checkReference(body: Body): Found[] {
  const reference = body.invoiceRefNo
  if (body.invoiceType !== 'Debit Note') {
    return reference === undefined || reference === '' ? [] : [['invoiceRefNo', 'local.reference-on-a-sale']]
  }
  if (!isText(reference)) return [['invoiceRefNo', '0026']]
  return officeNumber.test(reference) ? [] : [['invoiceRefNo', '0057']]
}

function checkScenario(body: Body, items: readonly unknown[], use: 'real' | 'trial'): Found[] {
  const id = body.scenarioId
  if (use === 'real') return id === undefined ? [] : [['scenarioId', 'local.scenario-in-real-use']]
  const scenario = scenarios.find((one) => one.id === id)
  if (!scenario) return [['scenarioId', '0203']]
  const fits = items.every((item) => isObject(item) && item.saleType === scenario.itemFacts['sale-type'])
  return fits ? [] : [['scenarioId', '0204']]
}

function isDate(value: unknown): boolean {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  return parts !== null && isRealDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}
