// SPDX-License-Identifier: Apache-2.0

import { decimalsOf } from '#lib/i18n/currency.ts'

export { decimalsOf }

/** Money in plain digits for a field that a person edits: no sign, no commas. */
export function typedMoney(amount: { readonly minor: string; readonly currency: string }): string {
  const decimals = decimalsOf(amount.currency)
  const figures = amount.minor.padStart(decimals + 1, '0')
  const rest = decimals === 0 ? '' : figures.slice(-decimals)
  return `${decimals === 0 ? figures : figures.slice(0, -decimals)}${/[1-9]/.test(rest) ? `.${rest}` : ''}`
}
