// SPDX-License-Identifier: Apache-2.0
import { createHash, randomFillSync } from 'node:crypto'

let lastMs = 0
let sequence = 0

/**
 * Makes an id that sorts by time of making; within a millisecond, by order of making in this process.
 *
 * @param now The instant of making.
 * @source    RFC 9562, sections 5.7 (UUID version 7) and 6.2, method 1 (12 bits that count).
 */
export function newId(now: Date): string {
  const bytes = new Uint8Array(16)
  randomFillSync(bytes)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(now.getTime() / 2 ** 32))
  view.setUint32(2, now.getTime() >>> 0)
  sequence = now.getTime() === lastMs ? sequence + 1 : view.getUint16(6) & 0x7ff
  lastMs = now.getTime()
  view.setUint16(6, 0x7000 | (sequence & 0xfff))
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * The id of a thing that a code names: made from the business and the code, so that an import that is killed and goes
 * on makes the same one again.
 *
 * @param kind What the code names: `item`, `customer`.
 * @returns    A UUID, version 8 (RFC 9562, section 5.8).
 */
export function idOfCode(tenantId: string, kind: string, code: string): string {
  const hex = createHash('sha256').update(`${tenantId}\n${kind}\n${code}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
