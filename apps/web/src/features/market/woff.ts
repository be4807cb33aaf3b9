// SPDX-License-Identifier: Apache-2.0
import { inflateSync } from 'node:zlib'

const tableEntry = { woff: 20, sfnt: 16 } as const
const head = { woff: 44, sfnt: 12 } as const

/**
 * A font as programs open it (SFNT), from the form in which it travels on the web (WOFF, version 1).
 *
 * @throws RangeError for bytes that are no such file
 * @source W3C, "WOFF File Format 1.0", sections 3 to 5.
 */
export function fontOfWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (view.getUint32(0) !== 0x77_4f_46_46) throw new RangeError('no WOFF file')
  const count = view.getUint16(12)
  const out = new Uint8Array(view.getUint32(16))
  const written = new DataView(out.buffer)
  written.setUint32(0, view.getUint32(4))
  written.setUint16(4, count)
  const power = Math.floor(Math.log2(count))
  written.setUint16(6, 2 ** power * 16)
  written.setUint16(8, power)
  written.setUint16(10, count * 16 - 2 ** power * 16)
  let place = head.sfnt + count * tableEntry.sfnt
  for (let i = 0; i < count; i++) {
    const at = head.woff + i * tableEntry.woff
    const [offset, packed, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)]
    const stored = woff.subarray(offset, offset + packed)
    const entry = head.sfnt + i * tableEntry.sfnt
    written.setUint32(entry, view.getUint32(at))
    written.setUint32(entry + 4, view.getUint32(at + 16))
    written.setUint32(entry + 8, place)
    written.setUint32(entry + 12, length)
    out.set(packed < length ? inflateSync(stored) : stored, place)
    place += (length + 3) & ~3
  }
  return out
}
