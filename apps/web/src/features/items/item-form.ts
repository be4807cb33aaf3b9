// SPDX-License-Identifier: Apache-2.0
import type { itemEndpoints, RequestOf } from '@resham/contract'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { textOf } from '#lib/problem.ts'

export type ItemChange = RequestOf<typeof itemEndpoints.change>['body']

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
    variantOf: maybe('variantOf'),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
