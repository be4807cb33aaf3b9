// SPDX-License-Identifier: Apache-2.0
import type { PurchaseLine, Task, Today, Unusual } from '@resham/contract'
import type { Static } from 'typebox'
import { sentenceInWords } from '#lib/features/sentences/sentence.ts'
import { addressOfSubject } from '#lib/features/trends/address.ts'
import { ratioInWords } from '#lib/features/trends/figures.ts'
import type { Words } from '#lib/i18n/words.ts'

type Task_ = Static<typeof Task>
export type Teller = { readonly words: Words; readonly business: { readonly slug: string; readonly currency: string } }

export type TaskView = {
  readonly id: string
  readonly kind: string
  readonly colour: 'indigo' | 'madder' | 'turmeric' | 'leaf'
  readonly title: string
  readonly reason: string
  readonly why: readonly string[]
  readonly step:
    | { readonly kind: 'list'; readonly item: string; readonly milli: number; readonly listed: string | null }
    | { readonly kind: 'link'; readonly href: string; readonly label: string; readonly outside: boolean }
}

const colours = {
  'order-stock': 'madder',
  'count-stock': 'turmeric',
  'ask-customer': 'turmeric',
  'look-at-price': 'indigo',
  'slow-stock': 'indigo',
  'look-at-drop': 'madder',
} as const

/**
 * A task as its card shows it.
 *
 * @param list  The purchase list, so that what is on it already says so.
 */
export function taskView(task: Task_, list: readonly Static<typeof PurchaseLine>[], teller: Teller): TaskView {
  const { words, business } = teller
  const say = (sentence: Task_['reason']) => sentenceInWords(sentence, business.currency, words)
  const name = task.subject.name
  const many = task.kind === 'count-stock' && task.subject.kind === 'business'
  const quantity = task.quantityMilli === null ? '' : words.quantity(task.quantityMilli)
  const worth = task.worth === null ? [] : [words.t('today.worth', { amount: words.moneyShort(task.worth) })]
  return {
    id: `task-${task.subject.key || task.kind}`,
    kind: words.t(`task.${task.kind}.kind`),
    colour: colours[task.kind],
    title: many ? words.t('task.count-stock.titleMany') : words.t(`task.${task.kind}.title`, { name, quantity }),
    reason: say(task.reason),
    why: [...task.why.map(say), ...worth],
    step: stepOf(task, list, teller),
  }
}

function stepOf(
  task: Task_,
  list: readonly Static<typeof PurchaseLine>[],
  { words, business }: Teller,
): TaskView['step'] {
  const { subject } = task
  if (task.kind === 'order-stock' && task.quantityMilli !== null) {
    const line = list.find(({ itemId }) => itemId === subject.key)
    return {
      kind: 'list',
      item: subject.key,
      milli: task.quantityMilli,
      listed: line ? words.quantity(line.quantityMilli) : null,
    }
  }
  if (task.kind === 'ask-customer') {
    const href = whatsAppLink(words.t('today.ask.message', { name: subject.name }))
    return { kind: 'link', href, label: words.t('task.ask-customer.step'), outside: true }
  }
  if (task.kind === 'count-stock' && subject.kind === 'business') {
    const href = `/${business.slug}/plan?urgency=count-first`
    return { kind: 'link', href, label: words.t('task.count-stock.step'), outside: false }
  }
  const label = words.t(task.kind === 'count-stock' ? 'task.count-stock.step' : 'task.look.step')
  const href =
    task.kind === 'count-stock' && subject.kind === 'item'
      ? `/${business.slug}/items/${encodeURIComponent(subject.key)}#supply`
      : addressOfSubject(business.slug, subject)
  return { kind: 'link', href, label, outside: false }
}

/** A link that opens WhatsApp with a message ready and lets the person choose to whom. */
export function whatsAppLink(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text.replace(/[\u2068\u2069]/g, ''))}`
}

export type UnusualView = {
  readonly sentence: string
  readonly why: readonly string[]
  readonly bars: readonly { readonly label: string; readonly value: number; readonly hot: boolean }[]
  /** Where its figures stand; null when that is this very page. */
  readonly href: string | null
}

/** Something unusual: its sentence, and bars of which the last is meant. */
export function unusualView(unusual: Static<typeof Unusual>, { words, business }: Teller): UnusualView {
  const say = (sentence: Task_['reason']) => sentenceInWords(sentence, business.currency, words)
  return {
    sentence: say(unusual.sentence),
    why: unusual.why.map(say),
    bars: unusual.bars.map((value, index) => ({ label: '', value, hot: index === unusual.bars.length - 1 })),
    href: unusual.subject.kind === 'business' ? null : addressOfSubject(business.slug, unusual.subject),
  }
}

type Mover = Static<typeof Today>['rising'][number]
export type MoverView = {
  readonly name: string
  readonly amount: string
  readonly spark: readonly number[]
  readonly href: string
}

/** One thing that rises or falls. */
export function moverView(mover: Mover, { words, business }: Teller): MoverView {
  return {
    name: mover.subject.name,
    amount: ratioInWords(mover.ratio, words),
    spark: mover.spark,
    href: addressOfSubject(business.slug, mover.subject),
  }
}
