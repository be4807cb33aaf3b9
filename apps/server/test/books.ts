// SPDX-License-Identifier: Apache-2.0
import type { TestDatabase } from './test-database.ts'

// Ids of items and customers are made from the business, so codes stand in for them: the books of two businesses that
// sold the same can be compared.
const pictures = {
  items: `select code, name, category, unit, barcode, first_day, last_day from items where tenant_id = $1`,
  customers: `select code, name from parties where tenant_id = $1`,
  saleLines: `
    select l.id, l.record_no, l.document, l.day, l.minute_of_day, i.code as item, c.code as customer, l.country, l.channel,
      l.kind, l.rule_id, l.quantity_milli, l.net_minor, l.currency
    from sale_lines l join items i on (i.tenant_id, i.id) = (l.tenant_id, l.item_id)
    left join parties c on (c.tenant_id, c.id) = (l.tenant_id, l.customer_id) where l.tenant_id = $1`,
  itemDays: `
    select i.code, d.day, d.quantity_milli, d.net_minor, d.orders
    from item_days d join items i on (i.tenant_id, i.id) = (d.tenant_id, d.item_id) where d.tenant_id = $1`,
  groupDays: `
    select g.subject, coalesce(c.code, g.key) as key, g.day, g.quantity_milli, g.net_minor, g.orders from group_days g
    left join parties c on c.tenant_id = g.tenant_id and g.subject = 'customer' and c.id::text = g.key
    where g.tenant_id = $1`,
} as const

/** Rows and a hash of the content of each table of the books. */
export type Picture = Readonly<Record<keyof typeof pictures, { readonly rows: number; readonly hash: string }>>

/** What the books of a business hold, so that two states can be compared. */
export async function pictureOf(database: TestDatabase, businessId: string): Promise<Picture> {
  // Tables that were just filled have no statistics yet, and a join planned for one row takes minutes.
  await database.asOwner('analyze sale_lines, items, parties, item_days, group_days')
  const parts = await Promise.all(
    Object.entries(pictures).map(async ([name, query]) => {
      const [row] = await database.asOwner<{ rows: string; hash: string }>(
        `select count(*) as rows, coalesce(md5(string_agg(r.row, E'\\n' order by r.row)), '') as hash
         from (select q::text as row from (${query}) q) r`,
        [businessId],
      )
      return [name, { rows: Number(row?.rows), hash: row?.hash ?? '' }] as const
    }),
  )
  return Object.fromEntries(parts) as Picture
}
