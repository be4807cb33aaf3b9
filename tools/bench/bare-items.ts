// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { FilledItems } from './fill-items.ts'

/**
 * The floor on this machine: Node's own `http` and `pg`, the same rows as JSON from the same tables by prepared
 * statements; no framework, no one asked who they are, no tenant set.
 */
export async function startBareItems(
  databaseUrl: string,
  { tenantId, itemId }: FilledItems,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
  const columns = `i.*, s.*, p.price_thousandths, f.id as photo_id`
  const from = `items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id
    left join price_lists l on l.tenant_id = i.tenant_id and l.is_default
    left join item_prices p on p.tenant_id = i.tenant_id and p.price_list_id = l.id and p.item_id = i.id
    left join item_photos f on f.tenant_id = i.tenant_id and f.item_id = i.id and f.position = 0`
  const list = {
    name: 'list',
    text: `select ${columns} from ${from} where i.tenant_id = $1 order by i.name, i.id limit 50`,
  }
  const one = { name: 'one', text: `select ${columns} from ${from} where i.tenant_id = $1 and i.id = $2` }
  const server = createServer((request, reply) => {
    const asked = request.url === '/list' ? { ...list, values: [tenantId] } : { ...one, values: [tenantId, itemId] }
    pool.query(asked).then(
      ({ rows }) => reply.setHeader('content-type', 'application/json').end(JSON.stringify(rows)),
      (error: Error) => reply.writeHead(500).end(error.message),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await pool.end()
    },
  }
}
