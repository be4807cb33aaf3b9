// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { sidesOf } from './sides.ts'

const row = (code: string, minor: string) => ({
  code,
  names: { en: code, ur: code },
  closing: { minor, currency: 'PKR' },
})

test('what is above zero stands on the debit side, what is below on the credit side, and both come to the same', () => {
  const sides = sidesOf(
    [row('1010', '900719925474099300'), row('2010', '0'), row('3010', '-900719925474099300')],
    'PKR',
  )
  expect(sides.debitSum).toEqual(sides.creditSum)
  expect(sides.debit.map(({ code, amount }) => [code, amount.minor])).toEqual([['1010', '900719925474099300']])
  expect(sides.credit.map(({ code, amount }) => [code, amount.minor])).toEqual([['3010', '900719925474099300']])
})
