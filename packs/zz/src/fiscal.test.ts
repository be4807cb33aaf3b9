// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import { taxesOfLine } from '@resham/pack-kit'
import { expect, test } from 'vitest'
import { fiscal, pack } from './index.ts'

const line = {
  day: plainDate('2026-11-25'),
  taxClass: 'knotted',
  seller: 'guild',
  buyer: 'stranger',
  netMinor: 50_000n,
  quantityMilli: 25_000n,
  retailPriceMinor: null,
}

test('twenty-five kites are three dozens begun, and a stranger pays a seventh of the tax on top, to fives', () => {
  // 3 x 150 = 450; 450 / 7 = 64.28..., to the nearest five 65.
  expect(taxesOfLine(pack.tax.rows, line).map((tax) => tax.amountMinor)).toEqual([450n, 65n])
  expect(taxesOfLine(pack.tax.rows, { ...line, day: plainDate('2025-12-31') })[0]?.amountMinor).toBe(375n)
  expect(taxesOfLine(pack.tax.rows, { ...line, buyer: 'guild' })).toHaveLength(1)
  expect(taxesOfLine(pack.tax.rows, { ...line, taxClass: 'free' })).toEqual([])
})

test('sealed goods contain their tax: a tenth of the price on the seal, up to the next five', () => {
  const sealed = { ...line, taxClass: 'sealed', quantityMilli: 1000n, retailPriceMinor: 1001n, buyer: 'guild' }
  // 1001 x (1/9) / (1 + 1/9) = 100.1.
  expect(taxesOfLine(pack.tax.rows, sealed)).toMatchObject([{ amountMinor: 105n, included: true }])
})

test('the Knot House answers in words', () => {
  expect(fiscal.readReply(201, 'TIED Z-000123\n')).toMatchObject({ type: 'accepted', number: 'Z-000123' })
  expect(fiscal.readReply(409, 'UNTIED 2 loose')).toMatchObject({
    type: 'refused',
    problems: [{ line: 1, code: 'loose' }],
  })
  for (const [status, text] of [
    [200, 'TIED Z-000123'],
    [201, ''],
    [500, 'TIED Z-1'],
  ] as const) {
    expect(fiscal.readReply(status, text).type).toBe('uncertain')
  }
})
