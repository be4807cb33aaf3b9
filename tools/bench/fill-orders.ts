// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './platform.ts'

// The server's own client: the tools have none.
const pg = createRequire(join(root, 'apps/server/package.json'))('pg') as typeof import('pg')

/** Ids of the items of the one business that the benchmark has. */
export async function itemIds(databaseUrl: string): Promise<string[]> {
  return asOwner(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from items order by code')
    return rows.map((row) => row.id)
  })
}

/**
 * A year of orders, each with three lines, and an invoice for each: straight into the tables, for over HTTP they would
 * take ten minutes. Nine invoices of ten are settled.
 */
export async function fillOrders(databaseUrl: string, orders: number): Promise<void> {
  await asOwner(databaseUrl, async (client) => {
    for (const kind of ['order', 'invoice']) {
      await client.query(
        `with one as (select tenant_id, min(id::text)::uuid as any_id from parties group by tenant_id limit 1),
        people as (select array_agg(id order by id) as ids from parties where name like 'Customer %')
        insert into documents (tenant_id, id, kind, number, state, party_id, day, due_day, currency, net_minor, total_minor,
          home_net_minor, settled_minor, made_at, issued_at)
        select one.tenant_id, uuidv7(), $1, $1 || '-F-' || n, case when $1 = 'invoice' then 'issued' when n % 40 = 0 then 'open' when n % 97 = 0 then 'shipped'
          else 'closed' end, people.ids[1 + n % array_length(people.ids, 1)], current_date - n % 365, current_date - n % 365 + 30,
          'PKR', 60000, 60000, 60000, case when $1 = 'invoice' and (n / 200) % 10 > 0 then 60000 else 0 end, now(), now()
        from one, people, generate_series(1, $2::int) n`,
        [kind, orders],
      )
    }
    await client.query(
      `with goods as (select array_agg(id order by code) as ids from items)
      insert into document_lines (tenant_id, document_id, line_no, id, item_id, description, quantity_milli, price_thousandths, net_minor)
      select d.tenant_id, d.id, k, uuidv7(), goods.ids[1 + (abs(hashtext(d.number)) + k) % array_length(goods.ids, 1)],
        'An item', 2000, 10000000, 20000
      from documents d, goods, generate_series(1, 3) k where d.number like '%-F-%'`,
    )
    await client.query('vacuum analyze documents, document_lines')
  })
}

/** Runs `work` as the owner of the schema. */
export async function asOwner<T>(
  databaseUrl: string,
  work: (client: InstanceType<typeof pg.Client>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
