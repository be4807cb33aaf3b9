// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { qrRows } from './qr-rows.ts'

const corner = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']

test.each(['7000007DI1747119701593', '3520212345671DI1747119701593'])('%s fits a QR code of 25 modules', (text) => {
  const rows = qrRows({ text, version: 2, errorCorrection: 'M', sizeInches: 1 })
  expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 25 }, () => 25))
  // Three corners carry the finder pattern of every QR code (ISO/IEC 18004, 6.3.3).
  corner.forEach((line, i) => {
    expect(rows[i]?.slice(0, 7)).toBe(line)
    expect(rows[i]?.slice(18)).toBe(line)
    expect(rows[18 + i]?.slice(0, 7)).toBe(line)
  })
})
