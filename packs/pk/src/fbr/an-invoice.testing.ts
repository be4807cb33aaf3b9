// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import { type FiscalInvoice, type FiscalLine, taxesOfLine } from '@resham/pack-kit'
import { tax } from '../taxes.ts'

/** One line, its taxes reckoned by the rows of the pack; quantities are pieces, money is paisa. */
export function aFiscalLine(
  rest: Partial<FiscalLine> & { readonly buyer?: string; readonly seller?: string } = {},
): FiscalLine {
  const { buyer = 'registered', seller = 'registered', ...given } = rest
  const line = {
    description: 'Match football',
    quantityMilli: 400_000n,
    netMinor: 100_000n,
    discountMinor: 0n,
    retailPriceMinor: null,
    taxClass: 'standard',
    withheldMinor: 0n,
    ...given,
    facts: { 'hs-code': '9506.6210', uom: 'Numbers, pieces, units', ...given.facts },
  }
  return { taxes: taxesOfLine(tax.rows, { ...line, day: plainDate('2026-11-25'), seller, buyer }), ...line }
}

export function anInvoice(rest: Partial<FiscalInvoice> = {}): FiscalInvoice {
  return {
    kind: 'invoice',
    number: 'INV-1',
    day: plainDate('2026-11-25'),
    currency: 'PKR',
    decimals: 2,
    seller: aParty('Sialkot Sports', '8885801', 'registered'),
    buyer: aParty('Lahore Traders', '2046004', 'registered'),
    lines: [aFiscalLine()],
    corrects: null,
    reason: null,
    scenario: null,
    ...rest,
  }
}

export function aParty(name: string, taxNumber: string | null, registration: string): FiscalInvoice['seller'] {
  return { name, taxNumber, registration, address: 'Paris Road, Sialkot', region: 'PK-PB', facts: {} }
}
