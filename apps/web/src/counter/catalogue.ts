// SPDX-License-Identifier: Apache-2.0
import { folded, found } from '../enhance/folded.ts'
import type { KeptItem } from './basket.ts'

/** What the phone keeps so that it can sell by itself. */
export type Catalogue = {
  readonly at: string
  readonly currency: string
  readonly items: readonly KeptItem[]
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly customers: readonly (readonly [string, string])[]
}

/** Emptied by the service worker when the person signs out. */
const store = 'counter-1'
const mostHits = 8

/** The newest catalogue there is: of the server, else the one kept last; undefined on a phone that never had one. */
export async function readCatalogue(
  address: string,
  account: string,
): Promise<{ readonly catalogue: Catalogue; readonly fresh: boolean } | undefined> {
  // Another person on the same phone does not sell from the list of the one before.
  const key = `${address}?account=${account}`
  const kept = await caches.open(store)
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } })
    if (answer.ok) {
      await kept.put(key, answer.clone())
      return { catalogue: (await answer.json()) as Catalogue, fresh: true }
    }
  } catch {
    // No network: what was kept will do.
  }
  const known = await kept.match(key)
  return known ? { catalogue: (await known.json()) as Catalogue, fresh: false } : undefined
}

/** The catalogue made ready for searching. */
export type Finder = {
  /** Items whose name or code has every word that was typed. */
  find(typed: string): readonly KeptItem[]
  /** The one item of a barcode or an exact code. */
  exact(code: string): KeptItem | undefined
}

export function makeFinder(items: readonly KeptItem[]): Finder {
  const texts = items.map((item) => folded(`${item[2]} ${item[1]} ${item[5] ?? ''}`))
  const byCode = new Map<string, KeptItem>()
  for (const item of items) for (const code of [item[1], item[5]]) if (code) byCode.set(folded(code), item)
  return {
    find(typed) {
      const words = folded(typed)
      const hits: KeptItem[] = []
      for (let i = 0; words !== '' && i < items.length && hits.length < mostHits; i++)
        if (found(words, texts[i] ?? '')) hits.push(items[i] as KeptItem)
      return hits
    },
    exact: (code) => byCode.get(folded(code)),
  }
}
