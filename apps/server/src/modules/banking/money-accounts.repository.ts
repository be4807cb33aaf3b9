// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { AccountDetails, MoneyAccountKind, MoneyAccountRecord } from './banking.types.ts'

const columns = sql`id, name, kind, currency, iban, account_code, details, version`

/** Where money lies: the till first, then by name. */
export async function listMoneyAccounts(tx: TenantTx): Promise<MoneyAccountRecord[]> {
  const { rows } = await sql<Row>`
    select ${columns} from money_accounts where tenant_id = ${tx.tenantId}
    order by kind = 'cash' desc, name`.execute(tx)
  return rows.map(toAccount)
}

/** One of them, or undefined; locked until the transaction ends where its lines are about to change. */
export async function findMoneyAccount(
  tx: TenantTx,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<MoneyAccountRecord | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from money_accounts where tenant_id = ${tx.tenantId} and id = ${id}
    ${options.lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0] && toAccount(rows[0])
}

/** Opens a place for money, unless its name is taken. @returns Whether it was opened. */
export async function insertMoneyAccount(tx: TenantTx, made: Omit<MoneyAccountRecord, 'version'>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into money_accounts (tenant_id, id, name, kind, currency, iban, account_code, details)
    values (${tx.tenantId}, ${made.id}, ${made.name}, ${made.kind}, ${made.currency}, ${made.iban}, ${made.accountCode},
      ${JSON.stringify(made.details)})
    on conflict (tenant_id, name) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Changes what is said of an account, if it is still as the caller saw it. @returns Whether it was. */
export async function updateMoneyAccount(
  tx: TenantTx,
  account: Pick<MoneyAccountRecord, 'id' | 'name' | 'iban' | 'details' | 'version'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update money_accounts set name = ${account.name}, iban = ${account.iban}, details = ${JSON.stringify(account.details)},
      version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${account.id} and version = ${account.version}`.execute(tx)
  return numAffectedRows === 1n
}

type Row = {
  id: string
  name: string
  kind: MoneyAccountKind
  currency: string
  iban: string | null
  account_code: string
  details: AccountDetails
  version: number
}

function toAccount({ account_code, ...row }: Row): MoneyAccountRecord {
  return { ...row, accountCode: account_code }
}
