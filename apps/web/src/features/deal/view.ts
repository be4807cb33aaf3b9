// SPDX-License-Identifier: Apache-2.0
import type { documentEndpoints, ReplyOf, sellingEndpoints } from '@resham/contract'
import { isKey, type Key, type Words } from '#lib/i18n/words.ts'

export type Paper = ReplyOf<typeof documentEndpoints.read>
export type Brief = ReplyOf<typeof documentEndpoints.list>['items'][number]
export type OwedBy = ReplyOf<typeof sellingEndpoints.owed>['items'][number]
type Action = Paper['actions'][number]

/** The steps that lead on, in the order in which a page offers them; the first that is allowed is the next step. */
const leading = [
  'send',
  'accept',
  'order',
  'confirm',
  'ship',
  'invoice',
  'issue',
  'finish',
  'deliver',
  'receive',
  'credit',
] as const

/** What the state tables say of money, a page does by its own forms. */
const elsewhere: readonly string[] = ['edit', 'settle', 'unsettle', 'reverse', 'bill', 'expire']

/** A paper's name: its number, or its kind until it has one. */
export function nameOf(paper: { readonly kind: string; readonly number: string | null }, { t }: Words): string {
  return paper.number ?? t(kindKey(paper.kind))
}

export function kindKey(kind: string): Key {
  const key = `paper.kind.${kind}`
  return isKey(key) ? key : 'paper.kind.invoice'
}

/** The state in a word; of a claim that was issued, how much of it is paid. */
export function stateInWords(paper: Brief, { t }: Words): string {
  const isClaim = paper.state === 'issued' && paper.total.minor !== '0'
  const paid =
    isClaim && paper.open.minor === '0' ? 'settled' : paper.open.minor !== paper.total.minor ? 'part-settled' : ''
  const key = `paper.state.${isClaim && paid !== '' ? paid : paper.state}`
  return isKey(key) ? t(key) : paper.state
}

export function actionInWords(action: string, { t }: Words): string {
  const key = `paper.act.${action}`
  return isKey(key) ? t(key) : action
}

/** What a page offers: the one next step, the others, and what cannot be done with its reason. */
export function stepsOf(paper: Paper): { next: string | null; others: string[]; refused: Action[] } {
  const allowed = paper.actions.filter((one) => one.allowed && !elsewhere.includes(one.action)).map((one) => one.action)
  const next = leading.find((action) => allowed.includes(action)) ?? null
  const refused = paper.actions.filter(
    (one) =>
      !one.allowed &&
      !elsewhere.includes(one.action) &&
      one.reason !== 'not-in-this-state' &&
      one.reason !== 'already-over',
  )
  return { next, others: allowed.filter((action) => action !== next), refused }
}

export function reasonInWords(reason: string | null, { t }: Words): string {
  const key = `refused.${reason}`
  return isKey(key) ? t(key) : ''
}

/** The line under a paper's name in a list. */
export function noteOf(paper: Brief, words: Words, today: string): string {
  const { t } = words
  const parts = [paper.partyName ?? '', stateInWords(paper, words)]
  if (paper.dueDay !== null && paper.open.minor !== '0' && paper.state === 'issued') {
    const day = words.day(paper.dueDay, 'short')
    parts.push(paper.dueDay < today ? t('deal.lateSince', { day }) : t('deal.due', { day }))
  } else parts.push(words.day(paper.day, 'short'))
  return parts.filter((part) => part !== '').join(' · ')
}

/** The figure of a paper in a list: what is open of an issued one, else what it comes to. */
export function figureOf(paper: Brief) {
  return paper.state === 'issued' && paper.open.minor !== '0' ? paper.open : paper.total
}

/** A price a unit, thousandths of a minor unit, as people read it. */
export function priceInWords(price: { readonly thousandths: string; readonly currency: string }, words: Words): string {
  const thousandths = BigInt(price.thousandths)
  if (thousandths % 1000n === 0n)
    return words.moneyFull({ minor: String(thousandths / 1000n), currency: price.currency })
  const minor = String(thousandths / 1000n)
  return `${words.moneyFull({ minor, currency: price.currency })} + ${words.number(Number(thousandths % 1000n) / 1000, 3)}`
}
