// SPDX-License-Identifier: Apache-2.0

/** What field 86 says of a payment. */
export type Remittance = { readonly counterparty: string; readonly reference: string; readonly description: string }

const width = 65
const mostLines = 6

/**
 * Reads field 86: free text; text with code words (`/NAME/Malik Traders/REMI/Inv 12/EREF/77`); or the numbered parts
 * that banks of several countries use (`166?00Transfer?20Inv 12?32Malik Traders`).
 */
export function readRemittance(texts: readonly string[]): Remittance {
  const joined = join(texts)
  if (/^\d{3}\?\d{2}/.test(joined)) return readNumbered(texts.join(''))
  const parts = [...joined.matchAll(/\/(NAME|REMI|EREF|BENM|ORDP|CNTP)\//g)]
  if (parts.length === 0 || parts[0]?.index !== 0) return { counterparty: '', reference: '', description: tidy(joined) }
  const found: Record<string, string> = {}
  parts.forEach((part, index) => {
    const from = (part.index ?? 0) + part[0].length
    const value = joined.slice(from, parts[index + 1]?.index ?? joined.length)
    found[part[1] as string] ||= tidy(value.replace(/^\/+|\/+$/g, ''))
  })
  return {
    counterparty: found.NAME || found.ORDP || found.BENM || found.CNTP || '',
    reference: found.EREF ?? '',
    description: found.REMI ?? '',
  }
}

/** Numbered parts of at most 27 characters; a part that begins with a mark such as `EREF+` holds one thing of its own. */
function readNumbered(joined: string): Remittance {
  const parts = [...joined.matchAll(/\?(\d{2})([^?]*)/g)].map(([, number, text]) => ({
    number: Number(number),
    text: text as string,
  }))
  const within = (from: number, to: number) => parts.filter(({ number }) => number >= from && number <= to)
  const marked: Record<string, string> = { '': '' }
  let mark = ''
  let full = false
  for (const { text } of [...within(20, 29), ...within(60, 63)]) {
    const found = /^([A-Z]{4})\+(.*)$/.exec(text)
    if (found) mark = found[1] as string
    // What stands under a mark runs on only behind a part that was full.
    else if (mark !== 'SVWZ' && !full) mark = ''
    marked[mark] = (marked[mark] ?? '') + (found?.[2] ?? text)
    full = text.length >= 27
  }
  const texts = (from: number, to: number) =>
    within(from, to)
      .map(({ text }) => text)
      .join('')
  return {
    counterparty: tidy(texts(32, 33)),
    reference: tidy(marked.EREF ?? ''),
    description: tidy(`${marked.SVWZ ?? ''} ${marked['']}`) || tidy(texts(0, 0)),
  }
}

/** Writes field 86 in lines of 65 characters, at most six: what is longer than the field is cut. */
export function writeRemittance({ counterparty, reference, description }: Remittance): string[] {
  const marked =
    counterparty !== '' || reference !== '' || /^\/(NAME|REMI|EREF|BENM|ORDP|CNTP)\/|^\d{3}\?/.test(description)
  const parts = [
    counterparty && `/NAME/${counterparty}`,
    reference && `/EREF/${reference}`,
    description && `/REMI/${description}`,
  ]
  return fold(toSwift(marked ? parts.join('') : description))
}

/** Text in the characters that the network carries; others become a point. */
export function toSwift(text: string): string {
  return text.replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, '.')
}

function fold(text: string): string[] {
  const lines: string[] = []
  let rest = text
  while (rest !== '' && lines.length < mostLines) {
    let cut = Math.min(width, rest.length)
    // A line must not begin like a field or like the end of the message; and a space at an edge would be lost.
    while (cut > 1 && cut < rest.length && (/^[:\- ]/.test(rest.slice(cut)) || rest[cut - 1] === ' ')) cut--
    lines.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return lines
}

/** Lines that were cut at the full width run on; a line that ended before it ended at a word. */
function join(texts: readonly string[]): string {
  return texts.reduce((all, text, index) => {
    const before = texts[index - 1]
    return index === 0 ? text : all + (before !== undefined && endsAtWord(before) ? ' ' : '') + text
  }, '')
}

function endsAtWord(line: string): boolean {
  return line.length < width - 12
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
