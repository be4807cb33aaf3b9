// SPDX-License-Identifier: Apache-2.0

/** A field of a message: `:61:` with all its lines. */
export type Field = {
  readonly tag: string
  /** Physical line of the file on which it begins, from 1. */
  readonly line: number
  readonly texts: readonly string[]
}

const opening = /^:(\d{2}[A-Z]?):(.*)$/

/**
 * Cuts a file into the fields of its messages. Whatever stands around them (blocks of the network, `-` at the end of a
 * message, empty lines) is passed over.
 */
export function readFields(text: string): Field[] {
  const fields: { tag: string; line: number; texts: string[] }[] = []
  let inside = false
  text.split(/\r\n|\n|\r/).forEach((raw, index) => {
    // The first field may stand behind the opening of block 4.
    const line = raw.replace(/^(?:\{\d:[^{}]*\})*\{4:/, '')
    const found = opening.exec(line)
    if (found) {
      fields.push({ tag: found[1] as string, line: index + 1, texts: [found[2] as string] })
      inside = true
    } else if (/^-\}?\s*(?:\{5:.*)?$/.test(line)) inside = false
    else if (inside && line !== '') fields.at(-1)?.texts.push(line)
  })
  return fields
}
