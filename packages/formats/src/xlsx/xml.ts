// SPDX-License-Identifier: Apache-2.0

import { isAppError } from '@resham/base'
import { SaxesParser } from 'saxes'
import { createDecoder } from '../decoder.ts'
import { detectEncoding } from '../encoding.ts'
import { formatError } from '../format-error.ts'

/** What a reader of XML wants to hear. Names come without their namespace prefix. */
export type XmlEvents = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Largest piece that is parsed at once, so that rows are handed on while they are few. */
const pieceBytes = 65_536

/**
 * Reads XML piece by piece; `afterPiece` gives what has come together since.
 *
 * Document types are refused: no workbook needs one, and entities are how XML is made to explode.
 *
 * @throws formats.broken-workbook
 */
export async function* readXml<T>(
  chunks: AsyncIterable<Uint8Array>,
  events: XmlEvents,
  afterPiece: () => T | undefined,
): AsyncIterable<T> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const fail = (cause: unknown): never => {
    throw isAppError(cause) ? cause : formatError('formats.broken-workbook', { part: 'xml' }, cause)
  }
  parser.on('error', fail)
  parser.on('doctype', () => fail(formatError('formats.broken-workbook', { part: 'doctype' })))
  if (events.open) {
    const { open } = events
    parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes))
  }
  if (events.text) parser.on('text', events.text)
  if (events.close) {
    const { close } = events
    parser.on('closetag', (tag) => close(localName(tag.name)))
  }
  let decoder: ReturnType<typeof createDecoder> | undefined
  for await (const chunk of chunks) {
    decoder ??= createDecoder(detectEncoding(chunk).encoding)
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      parser.write(decoder.push(chunk.subarray(at, at + pieceBytes)))
      const made = afterPiece()
      if (made !== undefined) yield made
    }
  }
  parser.write(decoder?.end() ?? '').close()
  const made = afterPiece()
  if (made !== undefined) yield made
}

/** Reads XML to its end, for parts of which nothing is needed on the way. */
export async function drainXml(chunks: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(chunks, events, () => undefined)) {
    // Nothing is made on the way.
  }
}

/** An attribute by its name without prefix: `id` finds `r:id`. */
export function localAttribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const exact = attributes[name]
  if (exact !== undefined) return exact
  for (const key of Object.keys(attributes)) if (localName(key) === name) return attributes[key]
  return undefined
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
