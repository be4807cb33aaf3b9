// SPDX-License-Identifier: Apache-2.0
import type { FiscalStanding, fiscalEndpoints, ReplyOf } from '@resham/contract'
import type { Static } from 'typebox'
import type { PaperMark } from '#lib/features/papers/document.ts'
import { isKey, isolated, type Words } from '#lib/i18n/words.ts'

export type Standing = Static<typeof FiscalStanding>
type State = Standing['state']
type Sums = ReplyOf<typeof fiscalEndpoints.taxSums>
type Both = { readonly en: string; readonly ur: string }

const colours = {
  none: 'plain',
  waiting: 'indigo',
  sending: 'indigo',
  accepted: 'leaf',
  refused: 'madder',
  uncertain: 'turmeric',
  cancelled: 'plain',
} as const satisfies Record<State, string>

/** Words that the country's own data brings. */
export function inLanguage(both: Both, words: Words): string {
  return both[words.language]
}

/** A state as a small word with its colour. */
export function stateTag(state: State, words: Words) {
  return { word: words.t(`fiscal.state.${state}`), colour: colours[state] }
}

/** What a state means and what the next step is, in one or two sentences. */
export function stateTells(
  { state, use, problems }: Pick<Standing, 'state' | 'use' | 'problems'>,
  words: Words,
): string {
  if (state === 'none' && use === 'off') return words.t('fiscal.tells.off')
  if (state === 'none' && problems.length > 0) return words.t('fiscal.tells.missing')
  return words.t(`fiscal.tells.${state}`)
}

/** A fault: what is wrong, where, and what to do. Our own codes have words of their own. */
export function faultInWords(fault: Standing['problems'][number], words: Words) {
  const own = `errors.${fault.code}`
  const means = fault.means ? inLanguage(fault.means, words) : isKey(own) ? words.t(own) : (fault.said ?? fault.code)
  return {
    text: fault.line === null ? means : words.t('fiscal.fault.line', { line: words.number(fault.line), text: means }),
    next: fault.next ? inLanguage(fault.next, words) : undefined,
    code: /^\d/.test(fault.code) ? fault.code : undefined,
  }
}

/** What happened to an invoice, in order. */
export function eventLines({ events }: Pick<Standing, 'events'>, words: Words): { when: string; what: string }[] {
  return events.map(({ at, event }) => {
    const key = `fiscal.event.${event}`
    return { when: words.instant(at), what: isKey(key) ? words.t(key) : event }
  })
}

/** The dark modules of a QR code as one path, a unit a module. */
export function qrPath(rows: readonly string[]): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`),
    )
    .join('')
}

/** Squares of quiet on each side that readers of a code need. */
const quiet = 4

/** The office's mark as a paper prints it: the code itself has the size that the office asks for, its quiet comes on top. */
export function paperMark({ number, words: both, qr }: NonNullable<Standing['mark']>, words: Words): PaperMark {
  const matrix = qr ? qr.rows.map((row) => [...row].map((square) => square === '1')) : null
  const sizeInches = qr ? (qr.sizeInches * (qr.rows.length + 2 * quiet)) / qr.rows.length : 0
  return { number, words: inLanguage(both, words), matrix, sizeInches }
}

/** The taxes of one month, as two lists of rows. */
export function monthsOf(sums: Sums, words: Words) {
  const months = [...new Set([...sums.taxes, ...sums.withheld].map(({ month }) => month))].sort().reverse()
  return months.map((month) => ({
    month,
    title: words.day(month, 'month'),
    rows: [
      ...sums.taxes
        .filter((sum) => sum.month === month)
        .map((sum) => ({
          name: sum.code === '' ? words.t('taxes.none') : inLanguage(sum.names, words),
          note: words.t(`taxes.side.${sum.side}`, { net: words.moneyFull(sum.net) }),
          amount: words.moneyFull(sum.tax),
        })),
      ...sums.withheld
        .filter((sum) => sum.month === month)
        .map((sum) => ({
          name: words.t(`taxes.withheld.${sum.side}`),
          note: words.t('taxes.withheld.payments', { count: sum.payments }),
          amount: words.moneyFull(sum.withheld),
        })),
    ],
  }))
}

/** Years to choose from, this one first. */
export function yearsOf(today: string): number[] {
  const year = Number(today.slice(0, 4))
  return [year, year - 1, year - 2]
}

/** What a list says under the number of an invoice. */
export function paperNote(
  paper: { readonly state: State; readonly partyName: string | null; readonly day: string },
  words: Words,
): string {
  const party = paper.partyName === null ? words.t('fiscal.walkIn') : isolated(paper.partyName)
  return [stateTag(paper.state, words).word, party, isolated(words.day(paper.day))].join(' · ')
}
