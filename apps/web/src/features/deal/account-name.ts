// SPDX-License-Identifier: Apache-2.0
import { isKey, type Words } from '#lib/i18n/words.ts'

/** What a money account is called; the cash box that opened by itself is called in the reader's language. */
export function accountName(account: { readonly name: string }, { t }: Words): string {
  const key = `pay.account.${account.name}`
  return isKey(key) ? t(key) : account.name
}
