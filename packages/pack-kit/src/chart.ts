// SPDX-License-Identifier: Apache-2.0
import { type PostingRole, postingRoles, type RoleAccounts } from '@resham/bookkeeping'
import { type Static, Type } from 'typebox'
import { Names } from './names.ts'

const strict = { additionalProperties: false } as const

/** What an account is; balance sheet or profit and loss follows from it. */
export const accountKinds = ['asset', 'liability', 'equity', 'income', 'expense'] as const
export type AccountKind = (typeof accountKinds)[number]

/** One account of the chart. `role`: what the posting rules use it for; null for an account that only people use. */
const AccountRow = Type.Object(
  {
    code: Type.String({ pattern: '^[0-9A-Z]{2,12}$' }),
    names: Names,
    kind: Type.Unsafe<AccountKind>({ type: 'string', enum: [...accountKinds] }),
    role: Type.Unsafe<PostingRole | null>({ anyOf: [{ type: 'string', enum: [...postingRoles] }, { type: 'null' }] }),
  },
  strict,
)
export type AccountRow = Static<typeof AccountRow>

/** The chart of accounts that a new business of the country begins with: small enough for a shop. */
export const ChartStyle = Type.Object(
  { source: Type.String({ minLength: 8 }), accounts: Type.Array(AccountRow, { minItems: 1 }) },
  strict,
)

/** What kind of account each role must be. */
export const kindOfRole: Readonly<Record<PostingRole, AccountKind>> = {
  cash: 'asset',
  bank: 'asset',
  wallet: 'asset',
  receivables: 'asset',
  inventory: 'asset',
  'tax-in': 'asset',
  'withheld-by-customers': 'asset',
  'advances-paid': 'asset',
  'landed-costs': 'asset',
  payables: 'liability',
  'goods-received-not-billed': 'liability',
  'tax-out': 'liability',
  'withheld-from-suppliers': 'liability',
  'deposits-held': 'liability',
  capital: 'equity',
  drawings: 'equity',
  'profit-kept': 'equity',
  sales: 'income',
  'sales-returns': 'income',
  'other-income': 'income',
  'exchange-gain': 'income',
  'cost-of-sales': 'expense',
  'stock-difference': 'expense',
  'bank-fees': 'expense',
  'exchange-loss': 'expense',
  'bad-debts': 'expense',
  'other-expenses': 'expense',
}

/** Which account each role is, from a chart that the checker passed. */
export function roleAccounts(accounts: readonly Pick<AccountRow, 'code' | 'role'>[]): RoleAccounts {
  return Object.fromEntries(accounts.flatMap(({ role, code }) => (role === null ? [] : [[role, code]]))) as RoleAccounts
}
