// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/** A small file as a whole. @throws platform.too-large beyond the limit */
export async function collectBytes(chunks: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limitBytes) throw new AppError('platform.too-large', { limitBytes })
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}
