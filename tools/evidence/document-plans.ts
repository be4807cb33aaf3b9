// SPDX-License-Identifier: Apache-2.0
// `npm run plans:documents`: how PostgreSQL goes about every list and report of the daily work, with 100,000 orders,
// 100,000 invoices, 30,000 payments and 5,000 items in the books. Writes docs/evidence/documents-speed/plans.txt.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareQueue } from '../../apps/server/src/platform/queue/worker.ts'
import { fillWorld, type Recorded } from '../../apps/server/test/samples/record.ts'
import { aWorld, type World } from '../../apps/server/test/samples/world.ts'
import { onThrowAwayDatabase } from '../../apps/server/tools/throw-away-database.ts'
import { asOwner, fillOrders } from '../bench/fill-orders.ts'
import { root } from '../bench/platform.ts'

const orders = Number(process.env.BENCH_ORDERS ?? 100_000)
/** Repositories whose lists and reports are pages of the daily work. */
const rooms = [
  ...['documents', 'owed', 'payments', 'due-money', 'tax-sums', 'parties', 'supply', 'buying', 'received', 'counter'],
  ...[
    'books',
    'ledger-sums',
    'stock-list',
    'stock',
    'papers',
    'items',
    'prices',
    'money-accounts',
    'banking',
    'fiscal',
  ],
]
type Client = Parameters<Parameters<typeof asOwner>[1]>[0]
const asks = /^(list|sum|count|find|summarise|read)/
const folder = join(root, 'docs/evidence/documents-speed')

const text = await onThrowAwayDatabase(async (ownerUrl) => {
  await prepareQueue(ownerUrl)
  const world = aWorld('Recorder')
  const recorded = await fillWorld(ownerUrl, world)
  return asOwner(ownerUrl, async (client) => {
    await fillAround(client, world)
    await fillOrders(ownerUrl, orders)
    await fillBooks(client, world)
    return plansOf(client, world, recorded)
  })
})
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'plans.txt'), text)
console.log(`${text.split('\n-- ').length - 1} statements: docs/evidence/documents-speed/plans.txt`)

/** Customers, of whom the one of the samples is one, and goods with stock. */
async function fillAround(client: Client, { tenantId, id }: World): Promise<void> {
  await client.query(`update parties set name = 'Customer 0' where id = $1`, [id('party')])
  await client.query(
    `insert into parties (tenant_id, id, code, name) select $1, uuidv7(), 'C' || n, 'Customer ' || n from generate_series(1, 199) n`,
    [tenantId],
  )
  await client.query(
    `with made as (
      insert into items (tenant_id, id, code, name, category, unit)
      select $1, uuidv7(), 'FILLED-' || n, 'Item number ' || n, 'Category ' || n % 20, 'piece' from generate_series(1, 5000) n
      returning id),
    costed as (insert into item_costs (tenant_id, item_id, quantity_milli, value_minor) select $1, id, 24000, 240000 from made)
    insert into stock_levels (tenant_id, item_id, place_id, on_hand_milli)
    select $1, made.id, place.id, 24000 from made, (select id from places where tenant_id = $1 limit 1) place`,
    [tenantId],
  )
}

/** Money for three invoices of ten, and what each invoice says in the ledger. */
async function fillBooks(client: Client, { tenantId }: World): Promise<void> {
  await client.query(
    `insert into payments (tenant_id, id, direction, state, party_id, money_account_id, day, currency, amount_minor, unused_minor, made_at)
    select tenant_id, uuidv7(), 'in', 'recorded', party_id, (select id from money_accounts where tenant_id = $1 limit 1), day,
      currency, total_minor, 0, now()
    from documents where tenant_id = $1 and kind = 'invoice' and number like '%-F-%' and hashtext(number) % 10 in (1, 2, 3)`,
    [tenantId],
  )
  await client.query(
    `insert into journal_entries (tenant_id, id, day, source_kind, source_id, event, made_at)
    select tenant_id, id, day, 'document', id, 'invoice-issued', now() from documents
    where tenant_id = $1 and kind = 'invoice' and number like '%-F-%'`,
    [tenantId],
  )
  await client.query(
    `insert into journal_lines (tenant_id, entry_id, line_no, day, account_code, party_id, amount_minor)
    select d.tenant_id, d.id, a.n, d.day, a.code, d.party_id, case a.n when 1 then d.total_minor else -d.total_minor end
    from documents d, (select code, row_number() over (order by code) as n from ledger_accounts where tenant_id = $1 limit 2) a
    where d.tenant_id = $1 and d.kind = 'invoice' and d.number like '%-F-%'`,
    [tenantId],
  )
  await client.query('vacuum analyze')
}

async function plansOf(client: Client, { tenantId }: World, recorded: readonly Recorded[]): Promise<string> {
  await client.query('begin')
  await client.query(
    `set local role resham_app; set local max_parallel_workers_per_gather = 0; set local app.tenant_id = '${tenantId}'`,
  )
  let said = `Plans of lists and reports, as the role of the application under row-level security, with ${orders} orders.\nWritten by \`npm run plans:documents\`; what each statement is stands under its name in apps/server/src/queries/.\n`
  for (const { sampled, statements } of recorded) {
    if (!rooms.includes(sampled.repository) || !asks.test(sampled.name)) continue
    const seen = new Set<string>()
    for (const { text: statement, parameters } of statements) {
      if (seen.has(statement) || !/^\s*(select|with)/i.test(statement) || /for update|advisory/.test(statement))
        continue
      seen.add(statement)
      const { rows } = await client.query(`explain (analyze off, costs off) ${statement}`, [...parameters])
      said += `\n-- ${sampled.repository}: ${sampled.name}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}\n`
    }
  }
  await client.query('rollback')
  return said
}
