// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints, type pasteEndpoints, type ReplyOf } from '@resham/contract'
import type { Api } from '#lib/api.ts'
import { thousandthsOf } from '#lib/counter/basket.ts'
import { folded } from '#lib/enhance/folded.ts'
import { milliOf } from '#lib/features/plan/typed-number.ts'
import { decimalsOf } from '#lib/i18n/currency.ts'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { textOf } from '#lib/problem.ts'

export type Reading = ReplyOf<typeof pasteEndpoints.read>
export type PastedLine = Reading['lines'][number]
/** A line as the person left it. */
export type DraftLine = {
  readonly itemId: string
  readonly quantityMilli: number
  readonly price?: { readonly thousandths: string; readonly currency: string }
}
/** What stops the draft: which line, and why. */
export type Stop = {
  readonly why: 'unknownItem' | 'needsQuantity' | 'noLines'
  readonly number: number
  readonly name: string
}

export const leaveOut = 'leave'
export const other = 'other'

/** The lines that a person has looked at. What was left out is left out; the rest needs an item and a quantity. */
export async function readDraft(
  api: Api,
  business: string,
  form: FormData,
  currency: string,
): Promise<{ lines: DraftLine[] } | { stop: Stop }> {
  const lines: DraftLine[] = []
  const count = Math.min(Number(textOf(form, 'count')) || 0, 400)
  for (let number = 1; number <= count; number++) {
    const chosen = textOf(form, `item-${number}`)
    if (chosen === leaveOut) continue
    const typedName = textOf(form, `other-${number}`)
    const itemId = chosen === other || chosen === '' ? await itemCalled(api, business, typedName) : chosen
    if (!itemId) return { stop: { why: 'unknownItem', number, name: typedName } }
    const quantityMilli = milliOf(textOf(form, `quantity-${number}`))
    if (quantityMilli === undefined || quantityMilli <= 0) return { stop: { why: 'needsQuantity', number, name: '' } }
    const typed = toWesternDigits(textOf(form, `price-${number}`)).replace(/[\s,]/g, '')
    const thousandths = thousandthsOf(typed, decimalsOf(currency))
    lines.push({ itemId, quantityMilli, ...(thousandths === undefined ? {} : { price: { thousandths, currency } }) })
  }
  return lines.length === 0 ? { stop: { why: 'noLines', number: 0, name: '' } } : { lines }
}

/** The one item of a code or a full name. */
async function itemCalled(api: Api, business: string, typed: string): Promise<string | undefined> {
  if (typed === '') return undefined
  const query = { search: typed.slice(0, 100), limit: 50 }
  const { items } = await api.ask(itemEndpoints.list, { params: { business }, query })
  const wanted = folded(typed)
  const byCode = items.find(({ code }) => folded(code) === wanted)
  const named = items.filter(({ name }) => folded(name) === wanted)
  const only = named.length === 1 ? named[0] : items.length === 1 ? items[0] : undefined
  return (byCode ?? only)?.id
}
