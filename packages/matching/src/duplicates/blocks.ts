// SPDX-License-Identifier: Apache-2.0
import type { FoldedName } from '../fold/types.ts'

/** A key that so many records share tells nothing, and would cost their square. */
const mostInBlock = 80

/**
 * Pairs that are worth comparing: records that share a key. Each pair once, as places in the list, the smaller first.
 *
 * @param keys Of each record, [n].
 */
export function* pairsOfBlocks(keys: readonly (readonly string[])[]): Generator<readonly [number, number]> {
  const blocks = new Map<string, number[]>()
  keys.forEach((own, at) => {
    for (const key of new Set(own)) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [at])
      else block.push(at)
    }
  })
  const met = new Set<number>()
  for (const block of blocks.values()) {
    if (block.length < 2 || block.length > mostInBlock) continue
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++) {
        const [a, b] = [block[i] as number, block[j] as number]
        const pair = a * keys.length + b
        if (met.has(pair)) continue
        met.add(pair)
        yield [a, b]
      }
  }
}

/**
 * Keys of a name: each two of its words in any order, each word alone (useful where it is rare), and all of it as one
 * word. A slip in one word leaves the keys of the others.
 */
export function keysOfName(name: FoldedName): string[] {
  const words = name.words.filter(({ kind }) => kind !== 'title').map(({ skeleton, sound }) => skeleton || sound)
  const distinct = [...new Set(words)].sort().slice(0, 8)
  const keys = [`all ${name.words.map(({ skeleton }) => skeleton).join('')}`]
  distinct.forEach((word, i) => {
    if (word.length >= 3 || distinct.length === 1) keys.push(`one ${word}`)
    for (const other of distinct.slice(i + 1)) keys.push(`two ${word} ${other}`)
  })
  return keys
}
