// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unguardCell, writeCell, writeDelimited } from './write.ts'

describe('writing delimited text', () => {
  test('a formula is disarmed, a number is left alone', () => {
    expect(writeCell('=HYPERLINK("http://x")')).toBe('"\'=HYPERLINK(""http://x"")"')
    for (const formula of ['+1+1', '-2+3', '@SUM(A1)', '\tx', '=1']) expect(writeCell(formula)).toMatch(/^"?'/)
    for (const number of ['-12', '+3.5', '-.5', '1e5', '-1.25E-3', '2026-11-24']) expect(writeCell(number)).toBe(number)
  })

  test('taking the guard off gives the cell back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '-', '+', '@', "'", '1', 'a'), maxLength: 6 }), (cell) => {
        fc.pre(!cell.startsWith("'"))
        const written = writeCell(cell)
        expect(unguardCell(written)).toBe(cell)
      }),
      { seed: 7 },
    )
  })

  test('begins with a byte order mark when asked', () => {
    expect(writeDelimited([['آم', '5']], { bom: true, separator: ';' })).toBe('\uFEFFآم;5\r\n')
  })
})
