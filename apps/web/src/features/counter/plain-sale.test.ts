// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { readPlainSale } from './plain-sale.ts'

const catalogue: Parameters<typeof readPlainSale>[1] = {
  at: '',
  currency: 'XTS',
  items: [
    ['i1', 'F5', 'Football', 'piece', '450000', ''],
    ['i2', 'R', 'Rope', 'metre', '', ''],
  ],
  accounts: [],
  customers: [['p1', 'Bilal Traders']],
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ clientId: 'c', ...fields })) data.set(name, value)
  return data
}

describe('a sale without script', () => {
  it('takes the code or the name, and the usual price where none is typed', () => {
    const read = readPlainSale(
      form({ 'item-1': 'f5', 'quantity-1': '۲', 'item-2': 'rope', 'price-2': '1.5' }),
      catalogue,
    )
    expect(read).toEqual({
      sale: {
        clientId: 'c',
        lines: [
          { itemId: 'i1', name: 'Football', quantityMilli: 2000, price: { thousandths: '450000', currency: 'XTS' } },
          { itemId: 'i2', name: 'Rope', quantityMilli: 1000, price: { thousandths: '1500000', currency: 'XTS' } },
        ],
        total: { minor: '2400', currency: 'XTS' },
      },
    })
  })
  it('says what it does not know', () => {
    expect(readPlainSale(form({ 'item-1': 'kite' }), catalogue)).toEqual({ wrong: { what: 'unknown', name: 'kite' } })
    expect(readPlainSale(form({ 'item-1': 'rope' }), catalogue)).toEqual({ wrong: { what: 'number', name: 'rope' } })
    expect(readPlainSale(form({}), catalogue)).toEqual({ wrong: { what: 'nothing', name: '' } })
  })
  it('knows who owes it', () => {
    const read = readPlainSale(form({ 'item-1': 'F5', paid: 'credit', customer: 'bilal traders' }), catalogue)
    expect(read).toMatchObject({ sale: { paidInto: null, partyId: 'p1' } })
  })
})
