// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'

/**
 * The id of an item or customer: made from the business and the code, so that an import that is
 * killed and goes on makes the same one again.
 *
 * @returns A UUID, version 8 (RFC 9562, section 5.8).
 */
export function idOfCode(tenantId: string, kind: 'item' | 'customer', code: string): string {
  const hex = createHash('sha256').update(`${tenantId}\n${kind}\n${code}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
