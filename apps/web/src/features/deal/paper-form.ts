// SPDX-License-Identifier: Apache-2.0
import { type documentEndpoints, itemEndpoints, partyEndpoints, type RequestOf } from '@resham/contract'
import type { Api } from '#lib/api.ts'
import { milliOf, minorOf } from '#lib/features/plan/typed-number.ts'
import { decimalsOf } from '#lib/i18n/currency.ts'
import { type FormProblem, textOf } from '#lib/problem.ts'

type Body = RequestOf<typeof documentEndpoints.create>['body']
type Line = NonNullable<Body['lines']>[number]

/** So many lines an empty form has, and so many more at a time. */
export const linesAtFirst = 5

/** How many lines the form had. */
export function linesOf(form: FormData): number {
  const count = Number(textOf(form, 'lines'))
  return Number.isInteger(count) && count > 0 && count <= 200 ? count : linesAtFirst
}

/** A refusal that names its line, in the catalogue's words. */
export type LineProblem = { readonly key: 'deal.new.quantity.invalid' | 'deal.new.price.invalid'; readonly n: number }

/** The lines that were typed; empty ones are left out. */
export async function readLines(
  api: Api,
  business: string,
  form: FormData,
  currency: string,
): Promise<Line[] | LineProblem> {
  const lines: Line[] = []
  for (let n = 1; n <= linesOf(form); n += 1) {
    const what = textOf(form, `item-${n}`)
    const quantity = textOf(form, `quantity-${n}`)
    const typedPrice = textOf(form, `price-${n}`)
    if (what === '' && quantity === '' && typedPrice === '') continue
    const quantityMilli = quantity === '' ? 1000 : milliOf(quantity)
    if (quantityMilli === undefined || quantityMilli <= 0) return { key: 'deal.new.quantity.invalid', n }
    // One digit finer than money can be paid: a price of a unit may be a tenth of a paisa.
    const price = typedPrice === '' ? '' : minorOf(typedPrice, decimalsOf(currency) + 3)
    if (price === undefined) return { key: 'deal.new.price.invalid', n }
    const item = what === '' ? undefined : await itemCalled(api, business, what)
    lines.push({
      ...(item ? { itemId: item.id } : { description: what }),
      quantityMilli,
      ...(price === '' ? {} : { price: { thousandths: price, currency } }),
    })
  }
  return lines
}

/** The item of a code or a name, or the only one that is found; undefined for words that name none. */
async function itemCalled(api: Api, business: string, typed: string): Promise<{ id: string } | undefined> {
  const search = typed.slice(0, 100)
  const found = await api.ask(itemEndpoints.list, { params: { business }, query: { search, limit: 50 } })
  const wanted = typed.toLowerCase()
  return (
    found.items.find(({ code }) => code.toLowerCase() === wanted) ??
    found.items.find(({ name }) => name.toLowerCase() === wanted) ??
    (found.items.length === 1 ? found.items[0] : undefined)
  )
}

/** The party of a name or code; null for none that is known. */
export async function partyCalled(api: Api, business: string, typed: string): Promise<string | null> {
  if (typed === '') return null
  const params = { business }
  const found = await api.ask(partyEndpoints.list, { params, query: { search: typed.slice(0, 100), limit: 50 } })
  const wanted = typed.toLowerCase()
  const known = found.items.find(({ name, code }) => name.toLowerCase() === wanted || code.toLowerCase() === wanted)
  return known?.id ?? null
}

/** Writes a name down as a new customer. Null for no name. */
export async function newParty(api: Api, business: string, typed: string, once: string): Promise<string | null> {
  if (typed === '') return null
  const params = { business }
  const made = await api.ask(partyEndpoints.create, { params, body: { name: typed.slice(0, 300), clientId: once } })
  return made.id
}

/** A refusal of the form itself, told like one of the API. */
export function lineRefused({ n }: LineProblem): FormProblem {
  return {
    code: 'platform.invalid-request',
    details: {},
    requestId: '',
    fields: [{ path: `/line-${n}`, rule: 'invalid' }],
  }
}
