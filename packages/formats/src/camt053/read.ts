// SPDX-License-Identifier: Apache-2.0
import { isAppError } from '@resham/base'
import { SaxesParser } from 'saxes'
import { createDecoder } from '../decoder.ts'
import { detectEncoding } from '../encoding.ts'
import { formatError } from '../format-error.ts'
import { brokenStatement } from '../statement/broken.ts'
import { closed } from '../statement/closing.ts'
import { largestStatement, mostStatementLines, type Statement, type StatementOptions } from '../statement/types.ts'
import type { Element } from './element.ts'
import { linesOfEntry } from './entry.ts'
import { accountOf, balancesOf, type Head } from './head.ts'

/** The versions that are read and written; others are read as far as they are alike. */
export const camt053Versions = ['camt.053.001.02', 'camt.053.001.08', 'camt.053.001.13'] as const
export type Camt053Version = (typeof camt053Versions)[number]

const deepest = 40

/**
 * Reads a bank-to-customer statement of ISO 20022: booked entries only; an entry of several payments is as many lines
 * when their amounts are given. Opening balance and entries must give the closing balance.
 *
 * Document types are refused, so no entity can grow.
 *
 * @param bytes The whole message, at most 20 MB.
 * @throws formats.statement-broken with line and field, formats.statement-sum, formats.too-large
 * @source ISO 20022 message definitions camt.053.001.02 (2009), .08 (2019), .13 (2024).
 */
export function readCamt053(bytes: Uint8Array, options: StatementOptions): Statement[] {
  if (bytes.length > largestStatement) throw formatError('formats.too-large', { maxBytes: largestStatement })
  const statements: Statement[] = []
  let lines = 0
  let open: { head: Element; known: Head | undefined; lines: Statement['lines'][number][] } | undefined
  parse(bytes, {
    begins: (element) => {
      if (element.name === 'Stmt') open = { head: element, known: undefined, lines: [] }
    },
    ends: (element, parent) => {
      if (!open) return
      if (element.name === 'Ntry' && parent === open.head) {
        // Balances stand before the entries: the currency is known by now.
        open.known ??= accountOf(open.head, options)
        const made = linesOfEntry(element, open.known)
        lines += made.length
        if (lines > mostStatementLines) throw formatError('formats.too-large', { maxLines: mostStatementLines })
        open.lines.push(...made)
        open.head.children.pop()
      } else if (element === open.head) {
        const { head, known, lines: own } = open
        const account = known ?? accountOf(head, options)
        statements.push(closed({ ...account.names, ...balancesOf(head, account), lines: own }))
        open = undefined
      }
    },
  })
  if (statements.length === 0) throw brokenStatement('no-statement', { line: 1, field: 'Stmt' })
  return statements
}

type Events = {
  readonly begins: (element: Element) => void
  readonly ends: (element: Element, parent: Element | undefined) => void
}

function parse(bytes: Uint8Array, events: Events): void {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const place = () => ({ line: parser.line, field: stack.at(-1)?.name ?? 'Document' })
  const stack: Element[] = []
  parser.on('error', (cause) => {
    throw isAppError(cause) ? cause : brokenStatement('not-xml', place())
  })
  parser.on('doctype', () => {
    throw brokenStatement('document-type', place())
  })
  parser.on('opentag', (tag) => {
    if (stack.length >= deepest) throw brokenStatement('unexpected-field', place())
    const { attributes } = tag as { attributes: Record<string, string> }
    const element: Element = {
      name: tag.name.slice(tag.name.indexOf(':') + 1),
      line: parser.line,
      currency: attributes.Ccy,
      text: '',
      children: [],
    }
    stack.at(-1)?.children.push(element)
    stack.push(element)
    events.begins(element)
  })
  const text = (piece: string) => {
    const top = stack.at(-1)
    if (top) top.text += piece
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', () => {
    const element = stack.pop()
    if (element) events.ends(element, stack.at(-1))
  })
  const decoder = createDecoder(detectEncoding(bytes.subarray(0, 65_536)).encoding)
  parser.write(decoder.push(bytes) + decoder.end()).close()
}
