// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { buyingEndpoints as at, RequestOf } from '@resham/contract'
import {
  createDocument,
  type DocumentContext,
  type DocumentRecord,
  findByClientId,
  toBrief,
} from '#modules/documents/index.ts'
import { insertParty } from '#modules/parties/index.ts'
import { clearPurchases, listPurchases, type PurchaseRow } from '#modules/plan/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { idOfCode, newId } from '#platform/ids.ts'
import { findSuppliers, markSuppliers } from './buying.repository.ts'

/**
 * Purchase orders from the purchase list, one for each supplier, as drafts to look at and send. Suppliers whom the
 * books do not know are written down.
 *
 * @throws buying.list-empty
 */
export async function orderFromList(ctx: DocumentContext & Db, { body }: RequestOf<typeof at.orderFromList>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const listed = await listPurchases(tx)
    const bySupplier = [...Map.groupBy(listed, (item) => item.supplier?.trim() || null)]
    if (bySupplier.length === 0) return { orders: (await madeBefore(tx, body.clientId)).map(toBrief) }
    const parties = await partiesOf(
      tx,
      ctx.now,
      bySupplier.flatMap(([name]) => name ?? []),
    )
    const orders: DocumentRecord[] = []
    for (const [n, [supplier, items]] of bySupplier.entries()) {
      const made = await createDocument(tx, ctx, {
        kind: 'purchase-order',
        partyId: supplier === null ? null : (parties.get(supplier.toLowerCase()) ?? null),
        clientId: body.clientId ? orderId(tx, body.clientId, n) : null,
        lines: items.map((item) => toLine(item)),
      })
      orders.push(made)
    }
    await clearPurchases(tx)
    await recordAudit(tx, ctx, 'purchase-list.ordered', { kind: 'purchase-list', id: 'all' }, { orders: orders.length })
    return { orders: orders.map(toBrief) }
  })
}

type Db = { readonly db: Parameters<typeof withTenant>[0] }

/** The orders of the first time, when the phone asks again; an empty list asked for the first time has nothing to say. */
async function madeBefore(tx: TenantTx, clientId: string | undefined): Promise<DocumentRecord[]> {
  const found: DocumentRecord[] = []
  for (let n = 0; clientId !== undefined; n += 1) {
    const order = await findByClientId(tx, orderId(tx, clientId, n))
    if (!order) break
    found.push(order)
  }
  if (found.length === 0) throw new AppError('buying.list-empty')
  return found
}

function orderId(tx: TenantTx, clientId: string, n: number): string {
  return idOfCode(tx.tenantId, 'purchase-order', `${clientId} ${n}`)
}

function toLine(item: PurchaseRow) {
  return {
    itemId: item.itemId,
    description: item.name,
    quantityMilli: BigInt(item.quantityMilli),
    unit: item.unit,
    // A cost that nobody knows yet is typed into the draft.
    priceThousandths: BigInt(item.unitCostMinor ?? '0') * 1000n,
  }
}

async function partiesOf(tx: TenantTx, now: Date, names: readonly string[]): Promise<Map<string, string>> {
  const known = await findSuppliers(tx, names)
  await markSuppliers(tx, [...known.values()])
  for (const name of names) {
    const key = name.toLowerCase()
    if (known.has(key)) continue
    const id = newId(now)
    const unknown = { phone: null, email: null, address: {}, taxNumber: null, registration: null, termsDays: null }
    const rest = {
      creditLimitMinor: null,
      currency: null,
      language: null,
      priceListId: null,
      leadTimeDays: null,
      note: null,
    }
    await insertParty(tx, id, `S-${id.slice(-8)}`, { name, isCustomer: false, isSupplier: true, ...unknown, ...rest })
    known.set(key, id)
  }
  return known
}
