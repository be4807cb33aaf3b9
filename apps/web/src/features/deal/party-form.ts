// SPDX-License-Identifier: Apache-2.0
import type { partyEndpoints, RequestOf } from '@resham/contract'
import { minorOf } from '#lib/features/plan/typed-number.ts'
import { decimalsOf } from '#lib/i18n/currency.ts'
import { toWesternDigits } from '#lib/i18n/numbers.ts'
import { textOf } from '#lib/problem.ts'

type Change = Omit<RequestOf<typeof partyEndpoints.change>['body'], 'version'>

/** What a person said of a party: an emptied field is taken back. Undefined when the limit is no amount. */
export function readParty(form: FormData): (Change & { name: string }) | undefined {
  const maybe = (name: string) => textOf(form, name) || null
  const currency = textOf(form, 'currency')
  const typedLimit = textOf(form, 'creditLimit')
  const limit = typedLimit === '' ? null : minorOf(typedLimit, decimalsOf(currency))
  if (limit === undefined) return undefined
  const terms = toWesternDigits(textOf(form, 'termsDays'))
  const language = textOf(form, 'language')
  const [line1, city] = [textOf(form, 'line1'), textOf(form, 'city')]
  return {
    name: textOf(form, 'name'),
    isCustomer: form.has('isCustomer'),
    isSupplier: form.has('isSupplier'),
    phone: maybe('phone') === null ? null : toWesternDigits(textOf(form, 'phone')),
    email: maybe('email'),
    address: { ...(line1 ? { line1 } : {}), ...(city ? { city } : {}) },
    taxNumber: maybe('taxNumber'),
    termsDays: /^\d{1,3}$/.test(terms) ? Number(terms) : null,
    creditLimit: limit === null ? null : { minor: limit, currency },
    language: language === 'en' || language === 'ur' ? language : null,
    note: maybe('note'),
  }
}
