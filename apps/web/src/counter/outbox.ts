// SPDX-License-Identifier: Apache-2.0

/** A sale on this phone: waiting for the network, sent, or kept by the server for a person to look at. */
export type OutboxSale = {
  readonly clientId: string
  readonly account: string
  readonly business: string
  readonly state: 'unsent' | 'sent' | 'look'
  readonly number: string | null
  readonly sale: {
    readonly clientId: string
    readonly soldAt: string
    readonly lines: readonly {
      readonly itemId: string
      readonly name: string
      readonly quantityMilli: number
      readonly price: { readonly thousandths: string; readonly currency: string }
    }[]
    readonly total: { readonly minor: string; readonly currency: string }
    readonly paidInto?: string | null
    readonly partyId?: string
  }
}

const mostSent = 100

/** The sales that this phone has made. Kept in the browser's own database: a closed tab or an empty battery loses none. */
export type Outbox = {
  /** Resolves when the sale is on the disk. */
  add(sale: OutboxSale): Promise<void>
  change(sales: readonly OutboxSale[]): Promise<void>
  /** All of one person in one business, oldest first. */
  list(account: string, business: string): Promise<OutboxSale[]>
}

/** Opens the outbox of this phone. */
export async function openOutbox(): Promise<Outbox> {
  const database = await opened()
  return {
    add: (sale) => written(database, (store) => store.add(sale)),
    change: (sales) =>
      written(database, (store) => {
        for (const sale of sales) store.put(sale)
      }),
    list: async (account, business) => {
      const all = await asked(database.transaction('sales').objectStore('sales').getAll() as IDBRequest<OutboxSale[]>)
      const own = all.filter((one) => one.account === account && one.business === business)
      own.sort((a, b) => (a.sale.soldAt < b.sale.soldAt ? -1 : 1))
      await forget(database, own.filter(({ state }) => state !== 'unsent').slice(0, -mostSent))
      return own
    },
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('resham-counter', 1)
  request.onupgradeneeded = () => request.result.createObjectStore('sales', { keyPath: 'clientId' })
  return asked(request)
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function written(database: IDBDatabase, work: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    // Strict: the sale is said to be made only once it would survive the battery.
    const transaction = database.transaction('sales', 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
    work(transaction.objectStore('sales'))
  })
}

async function forget(database: IDBDatabase, old: readonly OutboxSale[]): Promise<void> {
  if (old.length === 0) return
  await written(database, (store) => {
    for (const { clientId } of old) store.delete(clientId)
  })
}
