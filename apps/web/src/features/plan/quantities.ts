// SPDX-License-Identifier: Apache-2.0
import { milliOf } from './typed-number.ts'

export type TypedQuantity = { readonly item: string; readonly quantityMilli: number }

/** The quantities of a form whose fields are `quantity-<item>` as typed, or `milli-<item>`. What is no number is left as it was. */
export function quantitiesOf(form: FormData): readonly TypedQuantity[] {
  return [...form].flatMap(([name, value]) => {
    const [, unit, item] = /^(quantity|milli)-(.+)$/.exec(name) ?? []
    if (!item || typeof value !== 'string') return []
    const quantityMilli = unit === 'milli' ? Number(value) : milliOf(value.trim() === '' ? '0' : value)
    return quantityMilli === undefined || !(quantityMilli >= 0) ? [] : [{ item, quantityMilli }]
  })
}
