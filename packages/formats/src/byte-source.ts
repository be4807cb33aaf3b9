// SPDX-License-Identifier: Apache-2.0

/**
 * A file as bytes that can be opened as often as needed, each time from its first byte. Readers
 * pass over it more than once rather than hold it, and may stop early.
 */
export type ByteSource = () => AsyncIterable<Uint8Array>

/** Turns compressed chunks into plain ones. A host hands in its native one, which is far faster than ours. */
export type Decompressor = (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>

/** A source over bytes already in memory. @param chunkBytes Size of each chunk, at least 1. */
export function bytesSource(bytes: Uint8Array, chunkBytes = 65_536): ByteSource {
  return async function* () {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
  }
}

/** The first bytes of a stream, and whether that was all of it. @param wanted At least 1. */
export async function readHead(
  chunks: AsyncIterable<Uint8Array>,
  wanted: number,
): Promise<{ readonly head: Uint8Array; readonly whole: boolean }> {
  const parts: Uint8Array[] = []
  let got = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    got += chunk.length
    if (got > wanted) break
  }
  return { head: joinBytes(parts).subarray(0, wanted), whole: got <= wanted }
}

/** One array of all parts, in order. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0]
  let length = 0
  for (const part of parts) length += part.length
  const joined = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
