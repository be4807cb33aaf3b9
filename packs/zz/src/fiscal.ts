// SPDX-License-Identifier: Apache-2.0
import type { FiscalInvoice, FiscalProblem, FiscalService } from '@resham/pack-kit'

type Knot = readonly [what: string, pieces: string, tax: string, knot: string]
type Scroll = {
  readonly scroll: string
  readonly to: string
  readonly undoes: string | null
  readonly knots: readonly Knot[]
}

/**
 * Zedland's Knot House, odd on purpose: a scroll instead of fields, replies in words instead of JSON, a number without
 * a QR code, no trial address of its own and no cancelling.
 */
export const knotHouse: FiscalService = {
  id: 'knot-house',
  names: { en: 'Knot House', ur: 'گرہ گھر' },
  source: 'Invented for tests; no such office',
  addresses: { real: 'http://127.0.0.1:9', trial: 'http://127.0.0.1:9' },
  paths: { submit: { real: '/tie', trial: '/practise' }, check: null },
  facts: [
    {
      of: 'item',
      id: 'knot',
      names: { en: 'Knot', ur: 'گرہ' },
      tells: { en: 'The knot that it is tied with', ur: 'جس گرہ سے باندھا جاتا ہے' },
      pattern: '[a-z]{3,20}',
      required: true,
      choices: null,
      reference: null,
    },
  ],
  nobody: 'A stranger',
  scenarios: [],
  references: [],
  codes: [
    {
      code: 'loose',
      means: { en: 'A knot is loose', ur: 'گرہ ڈھیلی ہے' },
      next: { en: 'Name the knot of the item.', ur: 'شے کی گرہ کا نام لکھیں۔' },
    },
    {
      code: 'nobody',
      means: { en: 'Nobody to hand it to', ur: 'لینے والا کوئی نہیں' },
      next: { en: 'Name the customer.', ur: 'گاہک کا نام لکھیں۔' },
    },
  ],
  cancelHours: null,
  build,
  check,
  readReply: (status, text) => {
    const tied = /^TIED (Z-\d{6})$/.exec(text.trim())
    if (status === 201 && tied) return { type: 'accepted', number: tied[1] ?? '', lineNumbers: [] }
    const loose = /^UNTIED (\d+) ([a-z]+)$/.exec(text.trim())
    if (status !== 201 && loose) {
      const line = Number(loose[1]) === 0 ? null : Number(loose[1]) - 1
      return { type: 'refused', problems: [{ line, code: loose[2] ?? '', said: text.trim() }] }
    }
    return { type: 'uncertain', said: String(status) }
  },
  mark: (number) => ({ number, qr: null, words: { en: 'Tied at the Knot House', ur: 'گرہ گھر میں بندھا' } }),
  isNumber: (text) => /^Z-\d{6}$/.test(text),
}

function build(invoice: FiscalInvoice): Scroll {
  return {
    scroll: invoice.number,
    to: invoice.buyer.name,
    undoes: invoice.corrects,
    knots: invoice.lines.map((line) => [
      line.description,
      line.quantityMilli.toString(),
      line.taxes.reduce((sum, tax) => sum + tax.amountMinor, 0n).toString(),
      line.facts.knot ?? '',
    ]),
  }
}

function check(body: unknown): readonly FiscalProblem[] {
  const { to, knots } = body as Scroll
  return [
    ...(to === '' ? [{ field: '/to', code: 'nobody', line: null }] : []),
    ...knots.flatMap(([, , , knot], line) =>
      /^[a-z]{3,20}$/.test(knot) ? [] : [{ field: `/knots/${line}/3`, code: 'loose', line }],
    ),
  ]
}
