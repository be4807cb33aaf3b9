// SPDX-License-Identifier: Apache-2.0
import type { Pack, PhoneKind } from './pack.ts'

/** A telephone number, read. */
export type PhoneNumber = {
  /** International form: plus, country code, national digits. At most 15 digits (ITU-T E.164). */
  readonly e164: string
  readonly kind: PhoneKind['kind']
}

type PhoneRules = Pack['phone']

/** Digits of other scripts that people type: Arabic-Indic and Eastern Arabic-Indic. */
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9]/g

/**
 * Reads a number as people of the country write it; undefined when it is none of theirs.
 *
 * Accepts spaces, dashes, dots, brackets, a national form with the trunk prefix, the international
 * form with `+` or its dialling prefix, and digits of Urdu and Arabic keyboards.
 */
export function normalisePhone(rules: PhoneRules, text: string): PhoneNumber | undefined {
  if (text.length > 40) return undefined
  const typed = text
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\s\-.()/\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
  if (!/^\+?\d{3,20}$/.test(typed)) return undefined
  for (const national of nationalForms(rules, typed)) {
    const kind = rules.kinds.find((row) => new RegExp(`^(?:${row.national})$`).test(national))
    if (kind && rules.countryCode.length + national.length <= 15) {
      return { e164: `+${rules.countryCode}${national}`, kind: kind.kind }
    }
  }
  return undefined
}

/** The national digits that a typed number can mean, likeliest first. */
function nationalForms(rules: PhoneRules, typed: string): string[] {
  const forms: string[] = []
  const international = [`+${rules.countryCode}`, rules.internationalPrefix + rules.countryCode].find((prefix) =>
    typed.startsWith(prefix),
  )
  if (international) {
    const rest = typed.slice(international.length)
    // People write +92 (0)300 ...: the trunk prefix does not belong there, but is meant.
    forms.push(rest)
    if (rules.trunkPrefix !== '' && rest.startsWith(rules.trunkPrefix)) forms.push(rest.slice(rules.trunkPrefix.length))
    return forms
  }
  if (typed.startsWith('+')) return forms
  if (rules.trunkPrefix !== '' && typed.startsWith(rules.trunkPrefix)) {
    forms.push(typed.slice(rules.trunkPrefix.length))
  }
  forms.push(typed)
  if (typed.startsWith(rules.countryCode)) forms.push(typed.slice(rules.countryCode.length))
  return forms
}

/**
 * Writes a number of the country as its people do: trunk prefix, digits in groups. A number of
 * another country comes back unchanged.
 *
 * @param e164 As `normalisePhone` gives it.
 */
export function displayPhone(rules: PhoneRules, e164: string): string {
  const prefix = `+${rules.countryCode}`
  if (!e164.startsWith(prefix)) return e164
  const national = e164.slice(prefix.length)
  const kind = rules.kinds.find((row) => new RegExp(`^(?:${row.national})$`).test(national))
  if (!kind) return e164
  const parts: string[] = []
  let at = 0
  kind.groups.forEach((size, i) => {
    const isLast = i === kind.groups.length - 1
    const part = national.slice(at, isLast ? undefined : at + size)
    if (part !== '') parts.push(part)
    at += size
  })
  return rules.trunkPrefix + parts.join(' ')
}
