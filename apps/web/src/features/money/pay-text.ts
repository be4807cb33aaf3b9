// SPDX-License-Identifier: Apache-2.0
import type { PaymentRequest } from '@resham/contract'
import type { Static } from 'typebox'
import { makeWords, type Words } from '#lib/i18n/words.ts'

export type Request = Static<typeof PaymentRequest>

/**
 * What a payer is written: the amount, what it is for, and where to pay it, a line each, in the language of the payer.
 * Digits are Western: banking apps take no others. Marks of direction are left out, for the text leaves this page.
 */
export function payText(request: Request, shop: string, language: 'en' | 'ur'): string {
  const preference = { language, digits: 'western', theme: 'system', grouping: 'lakh', timeZone: 'UTC' } as const
  const words: Words = makeWords(preference)
  const { t } = words
  const { amount, reference, holder, name, iban, walletId } = request
  const asked = amount
    ? t('getPaid.text.amount', { shop, amount: words.moneyFull(amount) })
    : t('getPaid.text.open', { shop })
  const lines = [
    asked,
    reference && t('getPaid.text.reference', { reference }),
    holder && t('getPaid.text.holder', { holder }),
    iban && t('getPaid.text.iban', { iban: spaced(iban), bank: name }),
    walletId && t('getPaid.text.wallet', { wallet: walletId, name }),
    t('getPaid.text.thanks'),
  ]
  return lines
    .filter((line) => line)
    .join('\n')
    .replace(/[\u2066-\u2069]/g, '')
}

/** Opens WhatsApp with the text, to a number that the person chooses there. */
export function whatsAppLink(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text)}`
}

/** Opens the phone's own messages. */
export function smsLink(text: string): string {
  return `sms:?&body=${encodeURIComponent(text)}`
}

/** An account number in groups of four. */
export function spaced(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ')
}
