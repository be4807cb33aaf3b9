// SPDX-License-Identifier: Apache-2.0
import { StringDecoder } from 'node:string_decoder'
import { AppError } from '@resham/base'

/** A line of the input and its number, from 1. */
export type NumberedLine = { readonly text: string; readonly line: number }

/** A line longer than this is no series of anything: about three million numbers. */
const longestLine = 64 * 1024 * 1024
/** Few enough that a batch is soon done, many enough that handing it to a thread is worth it. */
const linesPerBatch = 16

/**
 * Splits a stream into lines, and hands them on as soon as they are whole: no line waits for a later one.
 * Empty lines are passed over but counted.
 *
 * @throws cli.line-too-long
 */
export async function* batchesOfLines(source: AsyncIterable<Uint8Array>): AsyncIterable<readonly NumberedLine[]> {
  const decoder = new StringDecoder('utf8')
  let pieces: string[] = []
  let held = 0
  let line = 0
  const take = (text: string): NumberedLine[] => {
    line += 1
    const clean = line === 1 ? text.replace(/^\uFEFF/, '') : text
    return clean.trim() === '' ? [] : [{ text: clean, line }]
  }
  for await (const chunk of source) {
    const parts = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)).split('\n')
    const whole: NumberedLine[] = []
    for (const part of parts.slice(0, -1)) {
      whole.push(...take(pieces.join('') + part))
      pieces = []
      held = 0
    }
    const rest = parts.at(-1) as string
    pieces.push(rest)
    held += rest.length
    for (let from = 0; from < whole.length; from += linesPerBatch) yield whole.slice(from, from + linesPerBatch)
    if (held > longestLine) throw new AppError('cli.line-too-long', { line: line + 1, most: longestLine })
  }
  const last = take(pieces.join('') + decoder.end())
  if (last.length > 0) yield last
}
