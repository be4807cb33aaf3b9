// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'

/** How long after its due day an invoice was paid; `open`: it is not paid yet, so that many days at least. */
export type PaidLate = { readonly party: string; readonly days: number; readonly open: boolean }

/** Money that a customer owes. Minor units, above zero. */
export type Receivable = {
  readonly id: string
  readonly party: string
  readonly dueDay: DayNumber
  readonly minor: number
}

/** Money that will go out on its due day. Minor units, above zero. */
export type Payable = {
  readonly id: string
  readonly party: string
  readonly dueDay: DayNumber
  readonly minor: number
  readonly kind: 'bill' | 'purchase-order'
  /** True where nothing has been delivered yet: the order can still wait. */
  readonly canWait: boolean
}

/** Takings at the counter in weeks ahead, with their 80 % band; the first begins on the day after today. */
export type Takings = {
  readonly mean: readonly number[]
  readonly lo: readonly number[]
  readonly hi: readonly number[]
}

export type CashInput = {
  readonly today: DayNumber
  /** What is there at the end of today. */
  readonly openingMinor: number
  /** What should always be there. */
  readonly floorMinor: number
  readonly receivables: readonly Receivable[]
  readonly payables: readonly Payable[]
  /** Of the last years: paid invoices, and those still open. */
  readonly history: readonly PaidLate[]
  readonly takings: Takings | null
  /** Whole, 0 to 2^32 - 1. Travels with the result. */
  readonly seed: number
}

/** One week. All money in minor units, floating. */
export type CashWeek = {
  readonly from: DayNumber
  readonly to: DayNumber
  readonly fromInvoices: number
  readonly fromSales: number
  readonly bills: number
  readonly orders: number
  /** At the end of the week: expected (median), and the band in which it falls 8 times of 10. */
  readonly balance: number
  readonly low: number
  readonly high: number
  /** The lowest that it falls to within the week, 9 times of 10 no lower. */
  readonly lowest: number
  /** Chance, 0 to 1, that it falls below the floor within the week. */
  readonly chanceBelow: number
}

/** Something a person can do: ask for an invoice, or let a purchase wait until a day. */
export type Remedy = {
  readonly kind: 'chase' | 'wait'
  readonly id: string
  readonly party: string
  readonly minor: number
  /** What it brings, on average, before the gap. */
  readonly gainMinor: number
  /** Day until which a purchase waits; null for an invoice. */
  readonly until: DayNumber | null
}

/** The first week in which the money may not be enough. */
export type CashGap = {
  readonly week: number
  readonly from: DayNumber
  readonly to: DayNumber
  /** Chance, 0 to 1, of falling below the floor in that week. */
  readonly chance: number
  /** What would have to be there besides, so that it is enough 9 times of 10. */
  readonly shortMinor: number
  /** What closes it, most useful first; what it lacks even then, 0 when it is closed. */
  readonly remedies: readonly Remedy[]
  readonly stillShortMinor: number
}

/** How a payer pays: half of the time within so many days after the due day. */
export type PayerHabit = { readonly party: string; readonly paid: number; readonly typicalDays: number }

export type CashOutlook = {
  readonly kind: 'cash'
  readonly weeks: readonly CashWeek[]
  readonly gap: CashGap | null
  /** Of payers with open invoices. */
  readonly habits: readonly PayerHabit[]
  /** Paid invoices from which the habits are learnt; 0: they are assumed. */
  readonly learntFrom: number
  readonly engine: 'cash'
  readonly version: string
  readonly seed: number
}
