// SPDX-License-Identifier: Apache-2.0
import type { Outbox, OutboxSale } from './outbox.ts'

/** How the sending went: all gone, no network, or the person must sign in again. */
export type Sent = 'all' | 'no-network' | 'sign-in' | 'refused'

const mostAtOnce = 50

type Reply = {
  readonly sales: readonly { readonly clientId: string; readonly state: string; readonly number: string | null }[]
}

/**
 * Hands in every sale that has not been. The server books each once, however often it is sent: an answer that was lost
 * on the way costs nothing but another sending.
 */
export async function sendAll(outbox: Outbox, address: string, account: string, business: string): Promise<Sent> {
  for (;;) {
    const unsent = (await outbox.list(account, business)).filter(({ state }) => state === 'unsent').slice(0, mostAtOnce)
    if (unsent.length === 0) return 'all'
    const outcome = await send(address, unsent)
    if (typeof outcome === 'string') return outcome
    const done = unsent.flatMap((sale): OutboxSale[] => {
      const reply = outcome.sales.find(({ clientId }) => clientId === sale.clientId)
      if (!reply) return []
      return [{ ...sale, state: reply.state === 'waiting' ? 'look' : 'sent', number: reply.number }]
    })
    // A server that answers without naming them is none of ours: not again in a circle.
    if (done.length === 0) return 'refused'
    await outbox.change(done)
  }
}

async function send(address: string, sales: readonly OutboxSale[]): Promise<Reply | Sent> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ sentAt: new Date().toISOString(), sales: sales.map(({ sale }) => sale) }),
    })
    if (answer.status === 401) return 'sign-in'
    if (answer.status >= 500 || answer.status === 429) return 'no-network'
    return answer.ok ? ((await answer.json()) as Reply) : 'refused'
  } catch {
    return 'no-network'
  }
}
