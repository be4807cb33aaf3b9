// SPDX-License-Identifier: Apache-2.0

/** Builds the content hash of a line, word by word. One instance serves a whole file. */
export type KeyHasher = {
  begin(): void
  text(value: string): void
  /** A safe integer. */
  integer(value: number): void
  /** Ends the hash. */
  finish(): void
  /** First and second 32-bit word of the finished hash. */
  first(): number
  second(): number
  /** The finished hash and an occurrence number as a UUID of version 8. */
  uuid(occurrence: number): string
  /** The same behind a day, so that UUIDs sort by day: 32 bits of day, 90 of hash. @param day Whole, 32 bits with sign. */
  uuidOfDay(day: number, occurrence: number): string
}

const figures = Uint8Array.from('0123456789abcdef', (figure) => figure.charCodeAt(0))
const dash = 45

/**
 * Makes a hasher: MurmurHash3, the 128-bit form for 32-bit machines, over the texts (their length
 * first, so that no two sequences of texts look alike) and integers given.
 *
 * It finds equal lines; it protects nothing. Someone who wants two lines to collide can make them,
 * and harms their own books only.
 *
 * @source Austin Appleby, MurmurHash3_x86_128 (public domain), 2011.
 */
export function createKeyHasher(): KeyHasher {
  let words = new Int32Array(256)
  let used = 0
  let [h1, h2, h3, h4] = [0, 0, 0, 0]

  function room(more: number): void {
    if (used + more <= words.length) return
    const wider = new Int32Array(Math.max(words.length * 2, used + more))
    wider.set(words)
    words = wider
  }

  function mixBlocks(): void {
    for (let i = 0; i < used; i += 4) {
      h1 ^= Math.imul(rotate(Math.imul(words[i] ?? 0, 0x239b961b), 15), 0xab0e9789 | 0)
      h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0
      h2 ^= Math.imul(rotate(Math.imul(words[i + 1] ?? 0, 0xab0e9789 | 0), 16), 0x38b34ae5)
      h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0
      h3 ^= Math.imul(rotate(Math.imul(words[i + 2] ?? 0, 0x38b34ae5), 17), 0xa1e38b93 | 0)
      h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + (0x96cd1c35 | 0)) | 0
      h4 ^= Math.imul(rotate(Math.imul(words[i + 3] ?? 0, 0xa1e38b93 | 0), 18), 0x239b961b)
      h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0
    }
  }

  function mixEnd(length: number): void {
    h1 ^= length
    h2 ^= length
    h3 ^= length
    h4 ^= length
    spread()
    h1 = avalanche(h1)
    h2 = avalanche(h2)
    h3 = avalanche(h3)
    h4 = avalanche(h4)
    spread()
  }

  function spread(): void {
    h1 = (h1 + h2 + h3 + h4) | 0
    h2 = (h2 + h1) | 0
    h3 = (h3 + h1) | 0
    h4 = (h4 + h1) | 0
  }

  /** Leaves the finished hash as it was: the next number begins from it again. */
  function numbered(occurrence: number, day: number | undefined): string {
    const [k1, k2, k3, k4] = [h1, h2, h3, h4]
    if (occurrence > 0) mixEnd(occurrence)
    // With the sign turned, days before 1970 sort before those after.
    const text = format(day === undefined ? h1 : day ^ 0x8000_0000, h2, h3, h4)
    h1 = k1
    h2 = k2
    h3 = k3
    h4 = k4
    return text
  }

  return {
    begin() {
      used = 0
      h1 = h2 = h3 = h4 = 0
    },
    text(value) {
      const length = value.length
      room((length >> 1) + 2)
      words[used++] = length
      let i = 0
      for (; i + 1 < length; i += 2) words[used++] = value.charCodeAt(i) | (value.charCodeAt(i + 1) << 16)
      if (i < length) words[used++] = value.charCodeAt(i)
    },
    integer(value) {
      room(2)
      words[used++] = value | 0
      words[used++] = Math.floor(value / 4_294_967_296)
    },
    finish() {
      room(4)
      const length = used
      while (used % 4 !== 0) words[used++] = 0
      mixBlocks()
      mixEnd(length * 4)
    },
    first: () => h1,
    second: () => h2,
    uuid: (occurrence) => numbered(occurrence, undefined),
    uuidOfDay: (day, occurrence) => numbered(occurrence, day),
  }
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

function avalanche(word: number): number {
  let h = word
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35)
  return h ^ (h >>> 16)
}

/** UUID text; version 8 (custom) and the variant take the places that RFC 9562 gives them. */
function format(a: number, b: number, c: number, d: number): string {
  const v = (b & 0xffff_0fff) | 0x8000
  const w = (c & 0x3fff_ffff) | 0x8000_0000
  // One call makes one flat text; joining sixteen pieces makes a tree of them and takes four times as long.
  return String.fromCharCode(
    // biome-ignore format: one figure each, in the order of the text
    hex(a, 28),
    hex(a, 24),
    hex(a, 20),
    hex(a, 16),
    hex(a, 12),
    hex(a, 8),
    hex(a, 4),
    hex(a, 0),
    dash,
    hex(v, 28),
    hex(v, 24),
    hex(v, 20),
    hex(v, 16),
    dash,
    hex(v, 12),
    hex(v, 8),
    hex(v, 4),
    hex(v, 0),
    dash,
    hex(w, 28),
    hex(w, 24),
    hex(w, 20),
    hex(w, 16),
    dash,
    hex(w, 12),
    hex(w, 8),
    hex(w, 4),
    hex(w, 0),
    hex(d, 28),
    hex(d, 24),
    hex(d, 20),
    hex(d, 16),
    hex(d, 12),
    hex(d, 8),
    hex(d, 4),
    hex(d, 0),
  )
}

/** Character code of the hexadecimal figure at a place of a word. */
function hex(word: number, place: number): number {
  return figures[(word >>> place) & 15] ?? 0
}
