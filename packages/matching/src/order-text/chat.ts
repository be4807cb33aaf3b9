// SPDX-License-Identifier: Apache-2.0

/** A line of what was pasted, and who wrote it where a chat says so. */
export type ChatLine = { readonly text: string; readonly sender: string | null }

// "[25/11/2026, 10:15:32 AM] Imran: text" and "25/11/26, 10:15 am - Imran: text", in either script's digits.
const digits = '[0-9۰-۹٠-٩]'
const stamp = `${digits}{1,4}[/.-]${digits}{1,2}[/.-]${digits}{1,4},?\\s+${digits}{1,2}:${digits}{2}(?::${digits}{2})?(?:\\s*[apAP]\\.?[mM]\\.?)?`
const message = new RegExp(`^[\\u200e\\u200f\\s]*(?:\\[${stamp}\\]|${stamp}\\s+-)\\s*([^:\\n]{1,60}):\\s?(.*)$`)
const notice = new RegExp(`^[\\u200e\\u200f\\s]*(?:\\[${stamp}\\]|${stamp}\\s+-)\\s`)
const bracketOnly = new RegExp(`^[\\u200e\\u200f\\s]*\\[${stamp}\\]`)

/** What a chat puts in place of something that is no text, or is gone. */
const noText =
  /^\u200e?(<media omitted>|image omitted|audio omitted|document omitted|this message was deleted|you deleted this message|null)\.?$/i

/** The lines of a pasted text; the stamps of a chat are read and taken off. */
export function chatLines(text: string): ChatLine[] {
  let sender: string | null = null
  const lines: ChatLine[] = []
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const found = message.exec(raw)
    if (found) sender = (found[1] ?? '').trim()
    else if (notice.test(raw) && !bracketOnly.test(raw)) continue
    const said = (found ? (found[2] ?? '') : raw).trim()
    if (said !== '' && !noText.test(said)) lines.push({ text: said, sender })
  }
  return lines
}
