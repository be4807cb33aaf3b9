// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { MoneyAccount, PaymentRecord, SettlementRecord } from './documents.types.ts'

/** A payment on its way in. */
export type NewPayment = Omit<PaymentRecord, 'partyName' | 'version' | 'state'> & { readonly madeBy: string | null }

/** Writes a payment. @returns False when the phone's id is known: nothing was written. */
export async function insertPayment(tx: TenantTx, made: NewPayment): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into payments (tenant_id, id, direction, state, party_id, money_account_id, day, currency, rate, amount_minor,
      withheld_minor, fee_minor, unused_minor, against, method, reference, note, client_id, made_at,
      made_by)
    values (${tx.tenantId}, ${made.id}, ${made.direction}, 'recorded', ${made.partyId}, ${made.moneyAccountId},
      ${made.day}, ${made.currency}, ${made.rate}, ${made.amountMinor}, ${made.withheldMinor}, ${made.feeMinor},
      ${made.unusedMinor}, ${made.against}, ${made.method}, ${made.reference}, ${made.note}, ${made.clientId}, ${made.madeAt},
      ${made.madeBy})
    on conflict (tenant_id, client_id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

const paymentColumns = sql`
  y.id, y.direction, y.state, y.party_id, p.name as party_name, y.money_account_id, y.day, y.currency, y.rate,
  y.amount_minor, y.withheld_minor, y.fee_minor, y.unused_minor, y.against, y.method, y.reference, y.note, y.client_id, y.version,
  y.made_at`
const withParty = sql`payments y left join parties p on p.tenant_id = y.tenant_id and p.id = y.party_id`

/** One payment, or undefined. @param how `change` holds it against others until the transaction ends. */
export async function findPayment(
  tx: TenantTx,
  id: string,
  how: 'read' | 'change' = 'read',
): Promise<PaymentRecord | undefined> {
  const hold = how === 'change' ? sql`for update of y` : sql``
  const { rows } = await sql<PaymentRow>`
    select ${paymentColumns} from ${withParty} where y.tenant_id = ${tx.tenantId} and y.id = ${id} ${hold}`.execute(tx)
  return rows[0] && toPayment(rows[0])
}

/** The payment that a phone's id names, or undefined. */
export async function findPaymentByClientId(tx: TenantTx, clientId: string): Promise<PaymentRecord | undefined> {
  const { rows } = await sql<PaymentRow>`
    select ${paymentColumns} from ${withParty}
    where y.tenant_id = ${tx.tenantId} and y.client_id = ${clientId}`.execute(tx)
  return rows[0] && toPayment(rows[0])
}

/** A page of payments, newest first. */
export async function listPayments(
  tx: TenantTx,
  query: {
    readonly partyId?: string
    readonly direction?: 'in' | 'out'
    readonly after?: { readonly day: string; readonly id: string }
    readonly limit: number
  },
): Promise<PaymentRecord[]> {
  const { rows } = await sql<PaymentRow>`
    select ${paymentColumns} from ${withParty}
    where y.tenant_id = ${tx.tenantId}
      and (${query.partyId ?? null}::uuid is null or y.party_id = ${query.partyId ?? null}::uuid)
      and (${query.direction ?? null}::text is null or y.direction = ${query.direction ?? null}::text)
      and (${query.after?.day ?? null}::date is null
        or (y.day, y.id) < (${query.after?.day ?? null}::date, ${query.after?.id ?? null}::uuid))
    order by y.day desc, y.id desc limit ${query.limit}`.execute(tx)
  return rows.map(toPayment)
}

/** Takes from what is unused of a payment, and counts its version on. @param amountMinor Below zero: given back. */
export async function usePayment(tx: TenantTx, id: string, amountMinor: bigint): Promise<void> {
  await sql`
    update payments set unused_minor = unused_minor - ${amountMinor}, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}

/** Marks a payment as never having happened. */
export async function cancelPayment(tx: TenantTx, id: string): Promise<void> {
  await sql`
    update payments set state = 'cancelled', version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}

/** Writes down what settles what. */
export async function insertSettlement(tx: TenantTx, made: Omit<SettlementRecord, 'undoneAt'>): Promise<void> {
  await sql`
    insert into settlements (tenant_id, id, document_id, payment_id, credit_id, amount_minor, day)
    values (${tx.tenantId}, ${made.id}, ${made.documentId}, ${made.paymentId}, ${made.creditId}, ${made.amountMinor},
      ${made.day})`.execute(tx)
}

/** One settlement, or undefined; held against others until the transaction ends. */
export async function findSettlement(tx: TenantTx, id: string): Promise<SettlementRecord | undefined> {
  const { rows } = await sql<SettlementRow>`
    select id, document_id, payment_id, credit_id, amount_minor, day, undone_at from settlements
    where tenant_id = ${tx.tenantId} and id = ${id} for update`.execute(tx)
  return rows[0] && toSettlement(rows[0])
}

/** Settlements that count, of a document, a payment or a note, in the order of their making. */
export async function listSettlements(
  tx: TenantTx,
  of: { readonly documentId?: string; readonly paymentId?: string; readonly creditId?: string },
): Promise<SettlementRecord[]> {
  const { rows } = await sql<SettlementRow>`
    select id, document_id, payment_id, credit_id, amount_minor, day, undone_at from settlements
    where tenant_id = ${tx.tenantId} and undone_at is null
      and (document_id = ${of.documentId ?? null}::uuid or payment_id = ${of.paymentId ?? null}::uuid
        or credit_id = ${of.creditId ?? null}::uuid)
    order by id`.execute(tx)
  return rows.map(toSettlement)
}

/** Takes a settlement back; its row stays. */
export async function undoSettlement(tx: TenantTx, id: string, now: Date): Promise<void> {
  await sql`
    update settlements set undone_at = ${now} where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}

/** Where money lies, by name. */
export async function listMoneyAccounts(tx: TenantTx): Promise<MoneyAccount[]> {
  const { rows } = await sql<MoneyAccountRow>`
    select id, name, kind, currency, iban, account_code, version from money_accounts
    where tenant_id = ${tx.tenantId} order by kind = 'cash' desc, name`.execute(tx)
  return rows.map(toMoneyAccount)
}

/** Opens a place for money, unless its name is taken. @returns Whether it was opened. */
export async function insertMoneyAccount(tx: TenantTx, made: Omit<MoneyAccount, 'version'>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into money_accounts (tenant_id, id, name, kind, currency, iban, account_code)
    values (${tx.tenantId}, ${made.id}, ${made.name}, ${made.kind}, ${made.currency}, ${made.iban}, ${made.accountCode})
    on conflict (tenant_id, name) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

type MoneyAccountRow = {
  id: string
  name: string
  kind: MoneyAccount['kind']
  currency: string
  iban: string | null
  account_code: string
  version: number
}

function toMoneyAccount({ account_code, ...row }: MoneyAccountRow): MoneyAccount {
  return { ...row, accountCode: account_code }
}

type PaymentRow = {
  id: string
  direction: 'in' | 'out'
  state: 'recorded' | 'cancelled'
  party_id: string | null
  party_name: string | null
  money_account_id: string
  day: PlainDate
  currency: string
  rate: string
  amount_minor: string
  withheld_minor: string
  fee_minor: string
  unused_minor: string
  against: PaymentRecord['against']
  method: string | null
  reference: string | null
  note: string | null
  client_id: string | null
  version: number
  made_at: Date
}

function toPayment(row: PaymentRow): PaymentRecord {
  return {
    id: row.id,
    direction: row.direction,
    state: row.state,
    partyId: row.party_id,
    partyName: row.party_name,
    moneyAccountId: row.money_account_id,
    day: row.day,
    currency: row.currency,
    rate: row.rate.includes('.') ? row.rate.replace(/\.?0+$/, '') : row.rate,
    amountMinor: BigInt(row.amount_minor),
    withheldMinor: BigInt(row.withheld_minor),
    feeMinor: BigInt(row.fee_minor),
    unusedMinor: BigInt(row.unused_minor),
    against: row.against,
    method: row.method,
    reference: row.reference,
    note: row.note,
    clientId: row.client_id,
    version: row.version,
    madeAt: row.made_at,
  }
}

type SettlementRow = {
  id: string
  document_id: string
  payment_id: string | null
  credit_id: string | null
  amount_minor: string
  day: PlainDate
  undone_at: Date | null
}

function toSettlement(row: SettlementRow): SettlementRecord {
  return {
    id: row.id,
    documentId: row.document_id,
    paymentId: row.payment_id,
    creditId: row.credit_id,
    amountMinor: BigInt(row.amount_minor),
    day: row.day,
    undoneAt: row.undone_at,
  }
}
