// SPDX-License-Identifier: Apache-2.0

/**
 * CRC-16/CCITT-FALSE of the UTF-8 bytes of a text, as four capital hexadecimal digits.
 *
 * @source ISO/IEC 13239, polynomial 0x1021, first value 0xFFFF; "123456789" gives 29B1.
 */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of utf8(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

function* utf8(text: string): Iterable<number> {
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    if (code < 0x80) yield code
    else if (code < 0x800) yield* [0xc0 | (code >> 6), 0x80 | (code & 63)]
    else if (code < 0x10000) yield* [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
    else yield* [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
  }
}
