// SPDX-License-Identifier: Apache-2.0
import { ibanLengths } from './lengths.ts'

/** Why a text is no IBAN. */
export type IbanReason = 'characters' | 'country' | 'length' | 'check-digits'

/** An account number as written for machines, or why it is none. */
export type IbanCheck =
  | { readonly kind: 'iban'; readonly iban: string; readonly country: string }
  | { readonly kind: 'wrong'; readonly reason: IbanReason; readonly wantedLength: number | null }

/**
 * Checks an international account number as a person types or pastes it: spaces and hyphens anywhere, any case.
 *
 * @source ISO 13616-1:2020; ISO/IEC 7064, MOD 97-10.
 */
export function checkIban(text: string): IbanCheck {
  const iban = text
    .replace(/[\s\u00A0\u200B-\u200F-]/g, '')
    .replace(/^IBAN:?/i, '')
    .toUpperCase()
  const wrong = (reason: IbanReason, wantedLength: number | null = null): IbanCheck => ({
    kind: 'wrong',
    reason,
    wantedLength,
  })
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/.test(iban)) return wrong('characters')
  const country = iban.slice(0, 2)
  const length = ibanLengths.get(country)
  if (length === undefined) return wrong('country')
  if (iban.length !== length) return wrong('length', length)
  if (remainder97(iban.slice(4) + iban.slice(0, 4)) !== 1) return wrong('check-digits')
  return { kind: 'iban', iban, country }
}

/** The number that a country's own account number becomes. @param account Letters and digits without the first four characters. */
export function makeIban(country: string, account: string): string {
  const rest = remainder97(`${account}${country}00`)
  return `${country}${String(98 - rest).padStart(2, '0')}${account}`
}

/** In groups of four, as people read it. */
export function spacedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ')
}

/** Letters count from 10 (A) to 35 (Z). */
function remainder97(text: string): number {
  let rest = 0
  for (const sign of text) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}
