// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { type ByteSource, type Decompressor, joinBytes } from '../byte-source.ts'
import { plainBytes } from '../delimited/read.ts'
import { gunzip as ownGunzip, withLimit } from '../gunzip.ts'

/** Pages of an API are read whole: they are bounded, and half a page is no page. */
const mostBytes = 256 * 1024 * 1024

/**
 * A JSON document, plain or gzip.
 *
 * @throws market.cut-short where it ends in the middle, market.not-json for anything else that is none,
 *         formats.too-large
 */
export async function readJson(source: ByteSource, gunzip: Decompressor = ownGunzip): Promise<unknown> {
  const parts: Uint8Array[] = []
  for await (const part of withLimit(plainBytes(source(), gunzip), mostBytes)) parts.push(part)
  const text = new TextDecoder().decode(joinBytes(parts)).trim()
  try {
    return JSON.parse(text)
  } catch (cause) {
    const begun = /^[[{]/.test(text)
    const ended = /[\]}]$/.test(text)
    throw new AppError(
      begun && !ended ? 'market.cut-short' : 'market.not-json',
      { starts: text.slice(0, 80) },
      { cause },
    )
  }
}

/** What a field of a JSON record says, as text; empty where there is none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** A value as an object whose fields can be asked for. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}
