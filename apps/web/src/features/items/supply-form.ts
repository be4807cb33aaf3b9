// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints, type RequestOf } from '@resham/contract'
import type { Api } from '#lib/api.ts'
import { decimalsOf } from '#lib/features/plan/currency.ts'
import { milliOf, minorOf } from '#lib/features/plan/typed-number.ts'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { textOf } from '#lib/problem.ts'

export type SupplyChange = RequestOf<typeof itemEndpoints.changeSupply>['body']

/** Saves what a person said about buying an item; the form names the item. @returns its id. */
export async function changeSupply(api: Api, business: string, form: FormData): Promise<string> {
  const item = textOf(form, 'item')
  await api.ask(itemEndpoints.changeSupply, { params: { business, item }, body: supplyOf(form) })
  return item
}

/**
 * Stock, days, pack, minimum, cost and supplier as typed. An emptied field goes back to the shop's
 * own setting; a field the form lacks stays as it is. What is no number travels as one that the API
 * refuses, so that the refusal names the field.
 */
export function supplyOf(form: FormData): SupplyChange {
  const change: Record<string, unknown> = {}
  const take = (name: string, field: string, read: (text: string) => unknown) => {
    if (!form.has(name)) return
    const text = textOf(form, name)
    change[field] = text === '' ? null : (read(text) ?? text)
  }
  take('onHand', 'onHandMilli', milliOf)
  take('onOrder', 'onOrderMilli', milliOf)
  take('packSize', 'packSizeMilli', milliOf)
  take('minimumOrder', 'minimumOrderMilli', milliOf)
  take('leadTimeDays', 'leadTimeDays', wholeNumber)
  take('serviceLevelPercent', 'serviceLevelPercent', (text) => Number(toWesternDigits(text)) || undefined)
  take('supplier', 'supplier', (text) => text)
  take('countedOn', 'countedOn', (text) => text)
  take('unitCost', 'unitCost', (text) => {
    const currency = textOf(form, 'currency')
    const minor = minorOf(text, decimalsOf(currency))
    return minor === undefined ? undefined : { minor, currency }
  })
  return change as SupplyChange
}

function wholeNumber(text: string): number | undefined {
  const plain = toWesternDigits(text).trim()
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined
}
