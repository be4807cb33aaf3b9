// SPDX-License-Identifier: Apache-2.0
import { postingRoles } from '@resham/bookkeeping'
import { expect, test } from 'vitest'
import { aPack } from './a-pack.testing.ts'
import { checkPack, roleAccounts } from './index.ts'

const { chart } = aPack()
type Row = (typeof chart.accounts)[number]
const codes = (accounts: readonly Row[]) => checkPack(aPack({ chart: { ...chart, accounts } })).map(({ code }) => code)
const [cash, ...others] = chart.accounts as [Row, ...Row[]]

test('each role of the posting rules is exactly one account, of the right kind', () => {
  expect(codes(chart.accounts)).toEqual([])
  expect(codes(others)).toEqual(['chart.role'])
  expect(codes([cash, { ...cash, code: 'B10' }, ...others])).toEqual(['chart.role'])
  expect(codes([{ ...cash, kind: 'income' }, ...others])).toEqual(['chart.kind'])
  expect(codes([cash, { ...cash, role: null }, ...others])).toEqual(['row.twice'])
})

test('the posting rules find an account for every role', () => {
  const accounts = roleAccounts(chart.accounts)
  expect(Object.keys(accounts).sort()).toEqual([...postingRoles].sort())
  expect(accounts.cash).toBe('A10')
})
