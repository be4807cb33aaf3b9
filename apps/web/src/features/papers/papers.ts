// SPDX-License-Identifier: Apache-2.0
import type { partyEndpoints, ReplyOf, sellingEndpoints, taxEndpoints } from '@resham/contract'
import { kindKey, type Paper, priceInWords } from '#lib/features/deal/view.ts'
import { type Key, makeWords, type Words } from '#lib/i18n/words.ts'
import type { Label, PaperDocument, PaperMark } from './document.ts'

type Party = ReplyOf<typeof partyEndpoints.read>
type Statement = ReplyOf<typeof sellingEndpoints.statement>
type Seller = Pick<ReplyOf<typeof taxEndpoints.read>['own'], 'name' | 'address' | 'taxNumber'>
type About = {
  readonly shop: string
  /** As the tax office knows the business. */
  readonly seller: Seller
  readonly party: Party | null
  readonly mark: PaperMark | null
}

/** How a paper speaks: a paper in Urdu carries the English words small beside them, for banks and offices. */
function speaker(words: Words): (key: Key) => Label {
  if (words.language === 'en') return (key) => ({ main: words.t(key), other: null })
  const english = makeWords({ language: 'en', digits: 'western', theme: 'system', grouping: 'lakh', timeZone: 'UTC' })
  return (key) => ({ main: words.t(key), other: english.t(key) })
}

/** A telephone or tax number reads from left to right in a line that does not. */
function leftToRight(text: string | null): string {
  return text === null ? '' : `\u200e${text}\u200e`
}

/** A tax number with its name before it: on a paper nobody guesses what a bare figure is. */
function taxNumberLine(number: string | null, words: Words): string {
  return number === null || number === '' ? '' : `${words.t('parties.taxNumber')}: ${leftToRight(number)}`
}

/** Who sells: the name that the tax office knows, where it is another than the one on the door, address and number. */
function sellerLines({ shop, seller }: About, words: Words): string[] {
  const known = seller.name !== null && seller.name !== shop ? seller.name : ''
  return [known, seller.address ?? '', taxNumberLine(seller.taxNumber, words)].filter((line) => line !== '')
}

function headOf(about: About, words: Words) {
  const label = speaker(words)
  const { party, shop } = about
  const lines = party
    ? [
        party.name,
        party.address.line1 ?? '',
        party.address.city ?? '',
        leftToRight(party.phone),
        taxNumberLine(party.taxNumber, words),
      ]
    : []
  return {
    language: words.language,
    direction: words.direction,
    shop: { name: shop, lines: sellerLines(about, words) },
    to: party ? { label: label('paper.print.to'), lines: lines.filter((line) => line !== '') } : null,
    mark: about.mark,
  }
}

/** A quote, order, invoice, credit note or delivery note as it is printed. @param as `receipt`: an invoice that is paid. */
export function paperOf(paper: Paper, about: About, words: Words, as: 'paper' | 'receipt' = 'paper'): PaperDocument {
  const label = speaker(words)
  const isDelivery = paper.kind === 'shipment'
  const day = (text: string) => words.day(text)
  const validUntil = paper.details.validUntil
  return {
    ...headOf(about, words),
    title: label(isDelivery ? 'paper.print.delivery' : as === 'receipt' ? 'paper.print.receipt' : kindKey(paper.kind)),
    number: paper.number ?? words.t('paper.print.draft'),
    facts: [
      { label: label('paper.print.number'), value: paper.number ?? words.t('paper.print.draft') },
      { label: label('paper.day'), value: day(paper.day) },
      ...(paper.kind === 'invoice' && paper.dueDay && as === 'paper'
        ? [{ label: label('paper.due'), value: day(paper.dueDay) }]
        : []),
      ...(validUntil ? [{ label: label('paper.print.holds'), value: day(validUntil) }] : []),
      ...(paper.reference ? [{ label: label('paper.reference'), value: paper.reference }] : []),
    ],
    columns: isDelivery
      ? [label('paper.print.item'), label('paper.print.quantity')]
      : [
          label('paper.print.item'),
          label('paper.print.quantity'),
          label('paper.print.price'),
          label('paper.print.amount'),
        ],
    rows: paper.lines.map((line) => {
      const quantity = `${words.quantity(line.quantityMilli)}${line.unit ? ` ${line.unit}` : ''}`
      return isDelivery
        ? [line.description, quantity]
        : [line.description, quantity, priceInWords(line.price, words), words.moneyFull(line.net)]
    }),
    sums: isDelivery ? [] : sumsOf(paper, words),
    notes: [paper.note, paper.details.terms].filter((note): note is string => Boolean(note)),
    sign: isDelivery ? label('paper.print.received') : null,
  }
}

function sumsOf(paper: Paper, words: Words): PaperDocument['sums'] {
  const label = speaker(words)
  const row = (key: Key, amount: Paper['total'], strong = false) => ({
    label: label(key),
    value: words.moneyFull(amount),
    strong,
  })
  const isClaim = paper.kind === 'invoice' && paper.state === 'issued'
  return [
    ...(paper.tax.minor === '0' ? [] : [row('paper.net', paper.net), row('paper.tax', paper.tax)]),
    row('paper.total', paper.total, true),
    ...(isClaim && paper.settled.minor !== '0'
      ? [row('paper.print.paid', paper.settled), row('paper.open', paper.open)]
      : []),
  ]
}

/** A statement of account as it is printed. */
export function statementPaper(statement: Statement, about: About, words: Words): PaperDocument {
  const label = speaker(words)
  const span = `${words.day(statement.from, 'short')} – ${words.day(statement.to)}`
  return {
    ...headOf(about, words),
    title: label('paper.print.statement'),
    number: span,
    facts: [{ label: label('paper.day'), value: span }],
    columns: [label('paper.print.item'), label('paper.day'), label('paper.print.amount'), label('statement.balance')],
    rows: [
      [words.t('paper.print.opening'), '', '', words.moneyFull(statement.opening)],
      ...statement.rows.map((row) => [
        `${words.t(kindKey(row.kind))}${row.number ? ` ${row.number}` : ''}`,
        words.day(row.day, 'short'),
        words.moneyFull(row.amount),
        words.moneyFull(row.balance),
      ]),
    ],
    sums: [{ label: label('statement.closing'), value: words.moneyFull(statement.closing), strong: true }],
    notes: [],
    sign: null,
  }
}
