// SPDX-License-Identifier: Apache-2.0

/** Counts how often each content was met, in nine bytes a content and no object per line. */
export type Occurrences = {
  /** How often this content came before: 0 the first time. @param a, b Two 32-bit words of its hash. */
  next(a: number, b: number): number
  /** Bytes held. */
  bytes(): number
}

const shardCount = 16
const firstCapacity = 256
const fullCount = 255

/**
 * Makes a counter over 64-bit hashes: open addressing in typed arrays, split into shards that
 * grow one by one, so that growing never needs twice the memory. Ten million contents take about
 * 150 MB. Two contents that share all 64 bits (one chance in 370,000 among ten million) would be
 * numbered as if they were equal, which harms nothing: the key holds the full 128-bit hash as well.
 */
export function createOccurrences(): Occurrences {
  const shards = Array.from({ length: shardCount }, createShard)
  return {
    next: (a, b) => (shards[(a >>> 28) & 15] as Shard).next(a, b),
    bytes: () => shards.reduce((sum, shard) => sum + shard.bytes(), 0),
  }
}

type Shard = Occurrences

function createShard(): Shard {
  let capacity = firstCapacity
  let used = 0
  let words = new Int32Array(capacity * 2)
  let counts = new Uint8Array(capacity)
  const beyond = new Map<string, number>()

  function slotOf(a: number, b: number): number {
    const mask = capacity - 1
    // Counted pairs are not always hashes; folding the high bits down spreads those that are not.
    const mixed = Math.imul(a, 0x85eb_ca6b) ^ Math.imul(b, 0xc2b2_ae35)
    let slot = (mixed ^ (mixed >>> 15)) & mask
    while (counts[slot] !== 0 && (words[slot * 2] !== a || words[slot * 2 + 1] !== b)) slot = (slot + 1) & mask
    return slot
  }

  function grow(): void {
    const [oldWords, oldCounts] = [words, counts]
    capacity *= 2
    words = new Int32Array(capacity * 2)
    counts = new Uint8Array(capacity)
    for (let i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] === 0) continue
      const [a, b] = [oldWords[i * 2] ?? 0, oldWords[i * 2 + 1] ?? 0]
      const slot = slotOf(a, b)
      words[slot * 2] = a
      words[slot * 2 + 1] = b
      counts[slot] = oldCounts[i] ?? 0
    }
  }

  return {
    next(a, b) {
      const slot = slotOf(a, b)
      const count = counts[slot] ?? 0
      if (count === 0) {
        words[slot * 2] = a
        words[slot * 2 + 1] = b
        counts[slot] = 1
        used++
        if (used * 4 > capacity * 3) grow()
        return 0
      }
      if (count < fullCount) {
        counts[slot] = count + 1
        return count
      }
      const name = `${a},${b}`
      const more = beyond.get(name) ?? fullCount
      beyond.set(name, more + 1)
      return more
    },
    bytes: () => words.byteLength + counts.byteLength,
  }
}
