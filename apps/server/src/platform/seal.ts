// SPDX-License-Identifier: Apache-2.0
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/**
 * Seals a text that has to be read again, such as a key to another service: AES-256-GCM under a key that is derived
 * from the platform's secret. A copy of the database alone opens nothing.
 *
 * @param of What it is and whose, such as `fiscal-token <tenant>`: it opens for that alone.
 */
export function seal(secret: string, of: string, text: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret), nonce).setAAD(Buffer.from(of))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Opens what `seal` closed; undefined when the secret is another, or it was sealed for something else. */
export function unseal(secret: string, of: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const nonce = bytes.subarray(0, nonceBytes)
  const cipher = createDecipheriv('aes-256-gcm', keyFor(secret), nonce).setAAD(Buffer.from(of))
  cipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return Buffer.concat([cipher.update(bytes.subarray(nonceBytes + tagBytes)), cipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

function keyFor(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'resham sealed texts', 32))
}
