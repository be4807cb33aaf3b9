// SPDX-License-Identifier: Apache-2.0
import { divideRounded } from '@resham/base'
import type { FiscalInvoice, FiscalLine, FiscalParty } from '@resham/pack-kit'
import type { FbrBody, FbrItem } from './body.ts'
import { provinces } from './provinces.ts'
import { writePercent } from './rate-text.ts'
import { findSaleType, petroleum } from './sale-types.ts'

/** The sale type of a class of goods, for an item of which nobody has said more. */
const usualSaleType: Readonly<Record<string, string>> = {
  standard: 'Goods at standard rate (default)',
  'third-schedule': '3rd Schedule Goods',
  'reduced-1': 'Goods at Reduced Rate',
  'reduced-5': 'Goods at Reduced Rate',
  exempt: 'Exempt goods',
  'zero-rated': 'Goods at zero-rate',
}

/**
 * The body of an invoice. Nothing is refused here: what is missing stays empty and `checkBody` finds it.
 *
 * @source PRAL Technical Specification for DI API v1.12, sections 3 and 4.
 */
export function buildBody(invoice: FiscalInvoice): FbrBody {
  const { seller, buyer } = invoice
  return {
    invoiceType: invoice.kind === 'correction' ? 'Debit Note' : 'Sale Invoice',
    invoiceDate: invoice.day,
    sellerNTNCNIC: digits(seller.taxNumber),
    sellerBusinessName: seller.name,
    sellerProvince: province(seller),
    sellerAddress: seller.address ?? '',
    ...(buyer.taxNumber === null ? {} : { buyerNTNCNIC: digits(buyer.taxNumber) }),
    buyerBusinessName: buyer.name,
    buyerProvince: province(buyer),
    buyerAddress: buyer.address ?? '',
    buyerRegistrationType: isRegistered(buyer) ? 'Registered' : 'Unregistered',
    invoiceRefNo: invoice.corrects ?? '',
    ...(invoice.scenario === null ? {} : { scenarioId: invoice.scenario }),
    items: invoice.lines.map((line) => itemOf(line)),
  }
}

const digits = (text: string | null): string => (text ?? '').replace(/[\s-]/g, '')
const isRegistered = ({ registration }: FiscalParty) => registration === 'registered' || registration === 'agent'
const province = ({ region }: FiscalParty) => provinces.find((one) => one.region === region)?.text ?? ''

function itemOf(line: FiscalLine): FbrItem {
  const saleType = line.facts['sale-type'] ?? usualSaleType[line.taxClass] ?? ''
  const known = findSaleType(saleType)
  const sum = (kind: string) =>
    line.taxes.filter((tax) => tax.kind === kind).reduce((total, tax) => total + tax.amountMinor, 0n)
  const sales = sum('value-added')
  const excise = sum('excise')
  const further = sum('further')
  const extra = sum('levy')
  const total = line.netMinor + excise + sales + extra + further - line.withheldMinor
  const schedule = line.facts['sro-schedule'] ?? ''
  return {
    hsCode: line.facts['hs-code'] ?? '',
    productDescription: line.description,
    rate: line.facts.rate ?? rateText(line),
    uoM: line.facts.uom ?? '',
    quantity: Number(line.quantityMilli) / 1000,
    totalValues: rupees(total),
    valueSalesExcludingST: rupees(line.netMinor),
    fixedNotifiedValueOrRetailPrice: rupees(fixedValue(line, known?.base === 'retail')),
    salesTaxApplicable: rupees(sales),
    salesTaxWithheldAtSource: rupees(line.withheldMinor),
    extraTax: known?.extraEmpty ? '' : rupees(extra),
    furtherTax: known?.extraEmpty && further === 0n ? '' : rupees(further),
    sroScheduleNo: schedule,
    fedPayable: rupees(excise),
    discount: rupees(line.discountMinor),
    saleType,
    sroItemSerialNo: schedule === '' ? '' : (line.facts['sro-item'] ?? ''),
    ...(saleType === petroleum ? { petroleumLevyOn: Number(line.facts['levy-on'] ?? '0') } : {}),
  }
}

/** Whole paisa as rupees. Exact up to 15 digits; `checkBody` refuses more. */
const rupees = (minor: bigint): number => Number(minor) / 100

/** Goods of the Third Schedule: the retail price of the whole line. Goods taxed by weight: the rupees of one unit. */
function fixedValue(line: FiscalLine, onRetail: boolean): bigint {
  if (onRetail) return divideRounded((line.retailPriceMinor ?? 0n) * line.quantityMilli, 1000n)
  return perUnit(line) ?? 0n
}

function perUnit(line: FiscalLine): bigint | undefined {
  const each = line.taxes.find(({ rate }) => rate.endsWith(' per 1000'))
  return each === undefined ? undefined : BigInt(each.rate.split(' ')[0] ?? '0')
}

/** The rate as the office writes it, read off the taxes of the line. */
function rateText(line: FiscalLine): string {
  if (line.taxClass === 'exempt') return 'Exempt'
  const share = line.taxes.find((tax) => tax.kind === 'value-added' && tax.rate.includes('/'))
  const percent = share === undefined ? undefined : writePercent(share.rate)
  const each = perUnit(line)
  if (each === undefined) return percent ?? ''
  const money = (each % 100n === 0n ? each / 100n : rupees(each)).toString()
  return percent === undefined ? `Rs.${money}` : `${percent} along with rupees ${money} per kilogram`
}
