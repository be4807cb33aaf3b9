// SPDX-License-Identifier: Apache-2.0
import { writeDelimited } from '@resham/formats'
import { currencyDecimals } from '@resham/pack-kit'
import type { TaxedPaper, WithheldPayment } from '#modules/documents/index.ts'

/** Papers with their taxes as comma-separated text, one row a paper and tax; UTF-8 with a byte order mark. */
export function taxCsv(papers: readonly TaxedPaper[], officeNumbers: ReadonlyMap<string, string>): string {
  const header = ['date', 'kind', 'number', 'tax office number', 'party', 'tax number', 'registration']
  const rows = papers.map((paper) => [
    ...[paper.day, paper.kind, paper.number ?? '', officeNumbers.get(paper.id) ?? '', paper.partyName ?? ''],
    ...[paper.taxNumber ?? '', paper.registration ?? '', paper.code, paper.taxRate],
    ...[decimalText(paper.netMinor, paper.currency), decimalText(paper.taxMinor, paper.currency), paper.currency],
  ])
  return writeDelimited([[...header, 'tax', 'rate', 'net', 'tax amount', 'currency'], ...rows], { bom: true })
}

/** Payments of which tax was kept back, in the same form. */
export function withheldCsv(payments: readonly WithheldPayment[]): string {
  const header = ['date', 'kept back', 'number', 'party', 'tax number', 'paid', 'kept back amount', 'currency']
  const rows = payments.map((payment) => [
    ...[payment.day, payment.direction === 'in' ? 'from us' : 'by us', payment.number ?? '', payment.partyName ?? ''],
    payment.taxNumber ?? '',
    decimalText(payment.amountMinor, payment.currency),
    decimalText(payment.withheldMinor, payment.currency),
    payment.currency,
  ])
  return writeDelimited([header, ...rows], { bom: true })
}

function decimalText(minor: bigint, currency: string): string {
  const decimals = currencyDecimals(currency)
  const sign = minor < 0n ? '-' : ''
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0')
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
