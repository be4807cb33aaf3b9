// SPDX-License-Identifier: Apache-2.0
import type { CounterSale, counterEndpoints, ReplyOf } from '@resham/contract'
import type { Static } from 'typebox'
import { lineMinor, thousandthsOf } from '#lib/counter/basket.ts'
import { folded } from '#lib/enhance/folded.ts'
import { milliOf } from '#lib/features/plan/typed-number.ts'
import { decimalsOf } from '#lib/i18n/currency.ts'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { textOf } from '#lib/problem.ts'

type Catalogue = ReplyOf<typeof counterEndpoints.catalogue>
type Sale = Omit<Static<typeof CounterSale>, 'soldAt'>
/** What is wrong with what was typed: nothing at all, an item nobody knows, a number missing. */
type Wrong = { readonly what: 'nothing' | 'unknown' | 'number'; readonly name: string }

export const plainLines = [1, 2, 3, 4] as const

/** The sale of the form that works without script. A price left out is the usual one. */
export function readPlainSale(form: FormData, catalogue: Catalogue): { sale: Sale } | { wrong: Wrong } {
  const lines: Sale['lines'] = []
  const { currency } = catalogue
  let total = 0n
  for (const number of plainLines) {
    const name = textOf(form, `item-${number}`)
    if (name === '') continue
    const item = findItem(catalogue, name)
    if (!item) return { wrong: { what: 'unknown', name } }
    const quantityMilli = milliOf(textOf(form, `quantity-${number}`) || '1')
    const typed = toWesternDigits(textOf(form, `price-${number}`)).replace(/[\s,]/g, '')
    const thousandths = typed === '' ? item[4] : thousandthsOf(typed, decimalsOf(currency))
    if (quantityMilli === undefined || quantityMilli <= 0 || !thousandths) return { wrong: { what: 'number', name } }
    lines.push({ itemId: item[0], name: item[2], quantityMilli, price: { thousandths, currency } })
    total += lineMinor({ itemId: '', name: '', quantityMilli, priceThousandths: thousandths })
  }
  if (lines.length === 0) return { wrong: { what: 'nothing', name: '' } }
  const customer = textOf(form, 'customer')
  const partyId = catalogue.customers.find(([, name]) => folded(name) === folded(customer))?.[0]
  const isOnCredit = textOf(form, 'paid') === 'credit'
  return {
    sale: {
      clientId: textOf(form, 'clientId'),
      lines,
      total: { minor: total.toString(), currency },
      ...(isOnCredit ? { paidInto: null } : {}),
      ...(isOnCredit && partyId ? { partyId } : {}),
    },
  }
}

/** The item of a code or barcode, else the only one of that name. */
function findItem({ items }: Catalogue, typed: string) {
  const wanted = folded(typed)
  const byCode = items.find(([, code, , , , barcode]) => folded(code) === wanted || barcode === wanted)
  const named = items.filter(([, , name]) => folded(name) === wanted)
  return byCode ?? (named.length === 1 ? named[0] : undefined)
}
