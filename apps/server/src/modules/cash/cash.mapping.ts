// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber, isDeclined, toDayNumber } from '@resham/base'
import type { CashOutlook as CashOutlookReply } from '@resham/contract'
import type { cash } from '@resham/planning'
import type { Static } from 'typebox'
import type { DueMoney } from '#modules/documents/index.ts'
import type { SalesAhead } from '#modules/outlook/index.ts'
import { toMoneyReply } from '#platform/http/amounts.ts'

const weeks = 12
/** Books that ended longer ago say nothing of the weeks to come. */
const oldestBooksDays = 42

const unknownParty = '-'

export function toReceivables(due: readonly DueMoney[]): cash.Receivable[] {
  return due
    .filter(({ kind }) => kind === 'invoice')
    .map(({ id, partyId, dueDay, minor }) => ({
      id,
      party: partyId ?? unknownParty,
      dueDay: toDayNumber(dueDay),
      minor,
    }))
}

export function toPayables(due: readonly DueMoney[]): cash.Payable[] {
  return due.flatMap(({ id, kind, partyId, dueDay, minor, nothingReceived }) =>
    kind === 'invoice'
      ? []
      : [
          {
            ...{ id, kind, minor, party: partyId ?? unknownParty, dueDay: toDayNumber(dueDay) },
            canWait: kind === 'purchase-order' && nothingReceived,
          },
        ],
  )
}

/** What is still open counts as late so far; what is not due yet says nothing. */
export function toHistory(
  paid: readonly { readonly partyId: string; readonly dueDay: string; readonly paidDay: string | null }[],
  today: number,
): cash.PaidLate[] {
  return paid.flatMap(({ partyId, dueDay, paidDay }): cash.PaidLate[] => {
    const due = toDayNumber(dueDay as never)
    if (paidDay !== null) return [{ party: partyId, days: toDayNumber(paidDay as never) - due, open: false }]
    return due < today ? [{ party: partyId, days: today - due, open: true }] : []
  })
}

/** Sales on credit come later than they are made: their share, and by how many weeks. */
export type OnCredit = { readonly share: number; readonly lagWeeks: number }

/** The sales forecast as takings of the twelve weeks from tomorrow; null where it says nothing of them. */
export function toTakings(ahead: SalesAhead | undefined, today: number, credit: OnCredit): cash.Takings | null {
  if (!ahead || isDeclined(ahead) || ahead.mean.length === 0) return null
  const behind = today + 1 - ahead.from
  if (behind > oldestBooksDays) return null
  const skip = Math.max(0, Math.floor(behind / 7))
  const of = (values: readonly number[]) => {
    const made = Array.from({ length: weeks }, (_, week) => values[Math.min(week + skip, values.length - 1)] ?? 0)
    return made.map((value, week) => value * (1 - credit.share) + (made[week - credit.lagWeeks] ?? 0) * credit.share)
  }
  return { mean: of(ahead.mean), lo: of(ahead.lo), hi: of(ahead.hi) }
}

export function toOutlookReply(
  made: cash.CashOutlook,
  due: readonly DueMoney[],
  currency: string,
): Static<typeof CashOutlookReply> {
  const money = (minor: number) => toMoneyReply(minor, currency)
  const paper = new Map(due.map((one) => [one.id, one]))
  const names = new Map(due.map(({ partyId, partyName }) => [partyId, partyName]))
  const owes = (party: string) => due.filter((one) => one.kind === 'invoice' && one.partyId === party)
  const { gap } = made
  return {
    kind: 'cash',
    weeks: made.weeks.map((week) => ({
      ...{ from: fromDayNumber(week.from), to: fromDayNumber(week.to), chanceBelow: week.chanceBelow },
      ...{ fromInvoices: money(week.fromInvoices), fromSales: money(week.fromSales) },
      ...{ bills: money(week.bills), orders: money(week.orders) },
      ...{ balance: money(week.balance), low: money(week.low), high: money(week.high) },
    })),
    gap: gap && {
      ...{ from: fromDayNumber(gap.from), to: fromDayNumber(gap.to), chance: gap.chance },
      ...{ short: money(gap.shortMinor), stillShort: money(gap.stillShortMinor) },
      remedies: gap.remedies.map(({ kind, id, minor, until }) => ({
        ...{ kind, documentId: id, amount: money(minor) },
        number: paper.get(id)?.number ?? null,
        party: paper.get(id)?.partyName ?? null,
        dueDay: paper.get(id)?.dueDay ?? fromDayNumber(gap.from),
        until: until === null ? null : fromDayNumber(until),
      })),
    },
    habits: made.habits
      .filter(({ party }) => party !== unknownParty)
      .map(({ party, paid, typicalDays }) => ({
        ...{ party: names.get(party) ?? '', paid, typicalDays },
        open: money(owes(party).reduce((sum, { minor }) => sum + minor, 0)),
      }))
      .sort((a, b) => Number(b.open.minor) - Number(a.open.minor))
      .slice(0, 12),
    ...{ learntFrom: made.learntFrom, engine: made.engine, version: made.version, seed: made.seed },
  }
}
