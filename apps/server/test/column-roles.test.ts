// SPDX-License-Identifier: Apache-2.0
import { bankColumnRoles, columnRoles } from '@resham/contract'
import { bankRoles, roles } from '@resham/ledger'
import { expect, test } from 'vitest'

test('the columns that the API knows are those that the ledger reads, in the same order', () => {
  expect(columnRoles).toEqual(roles)
})

test("so are those of a bank's table", () => {
  expect(bankColumnRoles).toEqual(bankRoles)
})
