// SPDX-License-Identifier: Apache-2.0
import { AppError, toDayNumber } from '@resham/base'
import type { Deduction, OpenDocument } from './types.ts'

/**
 * A document while a run goes on: whole numbers that a computer adds fast, exact below 2^53. `open` falls as lines are
 * taken to settle it.
 */
export type WorkingDocument = {
  readonly source: OpenDocument
  readonly net: number
  readonly tax: number
  readonly total: number
  readonly day: number
  readonly due: number
  /** What was open when the run began. */
  readonly openAtFirst: number
  open: number
}

/** @throws matching.amount-invalid for an amount that is not above zero or not below 2^53. */
export function toWorking(source: OpenDocument): WorkingDocument {
  const day = toDayNumber(source.day)
  return {
    source,
    net: Number(source.netMinor),
    tax: Number(source.taxMinor),
    total: wholeNumber(source.totalMinor),
    openAtFirst: wholeNumber(source.openMinor),
    open: wholeNumber(source.openMinor),
    day,
    due: source.dueDay === null ? day : toDayNumber(source.dueDay),
  }
}

/** A minor amount as a number. @throws matching.amount-invalid */
export function wholeNumber(minor: bigint): number {
  if (minor <= 0n || minor > BigInt(Number.MAX_SAFE_INTEGER)) throw new AppError('matching.amount-invalid', {})
  return Number(minor)
}

/** What is withheld of what is left open: the deduction on the whole document, in the share that is open. */
export function withheldOf(document: WorkingDocument, deduction: Deduction | null): number {
  if (deduction === null || document.total === 0) return 0
  const share = document.open / document.total
  return Math.round((document[deduction.of] * share * deduction.millionths) / 1_000_000)
}

/** Oldest due first, then by number of day and id, so that the order is one. */
export function olderFirst(a: WorkingDocument, b: WorkingDocument): number {
  return a.due - b.due || a.day - b.day || (a.source.id < b.source.id ? -1 : 1)
}
