// SPDX-License-Identifier: Apache-2.0
import type { partyEndpoints, ReplyOf, sellingEndpoints } from '@resham/contract'
import { makeWords, type Words } from '#lib/i18n/words.ts'

type Party = ReplyOf<typeof partyEndpoints.read>
type Statement = ReplyOf<typeof sellingEndpoints.statement>

/** A reminder to send: its text, and links that open it where it is sent from. */
export type Reminder = {
  readonly text: string
  readonly language: 'en' | 'ur'
  /** Null where no telephone number is known. */
  readonly whatsapp: string | null
  readonly email: string | null
}

/** Directional marks are for screens: in a message they show as boxes on old phones. */
const marks = /[\u2066-\u2069\u200e\u200f]/g

/**
 * A reminder of what a customer owes, in the customer's language; null when nothing is open.
 *
 * @param words The reader's; the customer's language stands in the party and wins.
 */
export function reminderFor(party: Party, statement: Statement, shop: string, words: Words): Reminder | null {
  const [oldest] = statement.open
  if (!oldest || statement.closing.minor.startsWith('-') || statement.closing.minor === '0') return null
  const theirs = makeWords({
    language: party.language ?? words.language,
    digits: 'western',
    theme: 'system',
    grouping: 'lakh',
    timeZone: 'UTC',
  })
  const papers = statement.open.slice(0, 10).map((paper) => paper.number ?? '')
  const text = theirs
    .t('reminder.text', {
      name: party.name,
      shop,
      amount: theirs.moneyFull(statement.closing),
      day: theirs.day(oldest.dueDay ?? oldest.day),
      papers: papers.filter((number) => number !== '').join(theirs.language === 'ur' ? '، ' : ', '),
    })
    .replace(marks, '')
  const subject = theirs.t('reminder.subject', { shop }).replace(marks, '')
  return {
    text,
    language: theirs.language,
    // The pack gave the number with its country code: wa.me wants the digits alone.
    whatsapp: party.phone ? `https://wa.me/${party.phone.replace(/\D/g, '')}?text=${encodeURIComponent(text)}` : null,
    email: party.email
      ? `mailto:${encodeURIComponent(party.email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
      : null,
  }
}
