// SPDX-License-Identifier: Apache-2.0
import { packEndpoints } from '@resham/contract'
import { type FiscalService, normalisePhone, type Pack } from '@resham/pack-kit'
import { pack as first, fiscal as fiscalOfFirst } from '@resham/pack-pk'
import { fiscal as fiscalOfInvented, pack as invented } from '@resham/pack-zz'
import { implement, type Route } from '#platform/http/route.ts'

/** The countries of this installation. The first is the one that the sample shop lives in. */
export const packs: readonly Pack[] = [first, invented]

/** A country by the id of its pack, or undefined. */
export function findPack(id: string): Pack | undefined {
  return packs.find((pack) => pack.id === id)
}

const fiscalServices: ReadonlyMap<string, FiscalService> = new Map([
  [first.id, fiscalOfFirst],
  [invented.id, fiscalOfInvented],
])

/** The tax office's service for invoices in a country, or undefined where there is none that we know. */
export function findFiscalService(id: string): FiscalService | undefined {
  return fiscalServices.get(id)
}

/** Urdu for a word of trade, where any of the countries knows it. */
export function inUrdu(word: string): string | undefined {
  const pack = packs.find(({ tradeWords }) => Object.hasOwn(tradeWords, word))
  return pack?.tradeWords[word]
}

/** Reads a telephone number as any of the countries writes it. */
export function readPhone(text: string): string | undefined {
  for (const pack of packs) {
    const phone = normalisePhone(pack.phone, text)
    if (phone) return phone.e164
  }
  return undefined
}

/** The countries, for who opens a business. */
export const packRoutes: readonly Route[] = [
  implement(packEndpoints.list, async () => ({
    items: packs.map(({ id, names, currency }) => ({ id, names: { ...names }, currency })),
  })),
]
