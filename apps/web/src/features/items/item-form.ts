// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints, type RequestOf } from '@resham/contract'
import type { Api } from '#lib/api.ts'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { textOf } from '#lib/problem.ts'

import type { ItemReply } from './view.ts'

export type ItemChange = RequestOf<typeof itemEndpoints.change>['body']

/** The item that this one is a size or colour of; null when it stands for itself. */
export async function readMainItem(api: Api, business: string, item: ItemReply): Promise<ItemReply | null> {
  return item.variantOf === null ? null : api.load(itemEndpoints.read, { params: { business, item: item.variantOf } })
}

/**
 * The item that another is a size or colour of, by the code or name a person typed: its id, null for none, undefined
 * when no other item is called so.
 */
export async function mainItemOf(
  api: Api,
  business: string,
  item: string,
  typed: string,
): Promise<string | null | undefined> {
  if (typed === '') return null
  const wanted = typed.toLowerCase()
  const found = await api.ask(itemEndpoints.list, { params: { business }, query: { search: typed, limit: 200 } })
  const others = found.items.filter(({ id }) => id !== item)
  const main =
    others.find(({ code }) => code.toLowerCase() === wanted) ?? others.find(({ name }) => name.toLowerCase() === wanted)
  return main?.id
}

/** What a person changed of an item. An emptied field is taken back; a field the form lacks stays as it is. */
export function itemChange(form: FormData): ItemChange {
  const maybe = (name: string) => (form.has(name) ? textOf(form, name) || null : undefined)
  const name = textOf(form, 'name')
  const barcode = maybe('barcode')
  const fields = {
    name: name === '' ? undefined : name,
    category: maybe('category'),
    unit: maybe('unit'),
    barcode: barcode ? toWesternDigits(barcode).replace(/[\s-]/g, '') : barcode,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
