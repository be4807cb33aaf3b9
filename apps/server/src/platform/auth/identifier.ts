// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/** What a person signs in with. */
export type Identifier =
  | { readonly kind: 'email'; readonly email: string; readonly phone: null }
  | { readonly kind: 'phone'; readonly email: string; readonly phone: string }

/** Turns a telephone number as typed into `+<country><number>`, or undefined when it is none. */
export type PhoneReader = (text: string) => string | undefined

// Enough to tell a typing error from an address; whether it exists only a message can tell.
const emailShape = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u

/**
 * Reads an e-mail address or a telephone number. A telephone number gets a stand-in address under
 * `.invalid`, a domain that can never receive mail (RFC 2606).
 *
 * @throws account.identifier-invalid
 */
export function readIdentifier(text: string, readPhone: PhoneReader): Identifier {
  const typed = text.trim()
  if (typed.includes('@')) {
    const email = typed.toLowerCase()
    if (!emailShape.test(email) || email.length > 254 || email.endsWith('.invalid')) {
      throw new AppError('account.identifier-invalid')
    }
    return { kind: 'email', email, phone: null }
  }
  const phone = readPhone(typed)
  if (phone === undefined) throw new AppError('account.identifier-invalid')
  return { kind: 'phone', email: `${phone.slice(1)}@phone.invalid`, phone }
}
