// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto'

/** A secret that is shown once, what is kept of it, and its first letters by which a person knows it again. */
export type FreshSecret = { readonly secret: string; readonly hash: string; readonly prefix: string }

/** Makes a secret of 256 random bits. @param kind Written in front, so that a leaked one can be told. */
export function freshSecret(kind: 'resham' | 'invite'): FreshSecret {
  const secret = `${kind}_${randomBytes(32).toString('base64url')}`
  return { secret, hash: hashOfSecret(secret), prefix: secret.slice(0, kind.length + 5) }
}

/** What is kept of a secret. It is random and long, so a plain hash cannot be turned round. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
