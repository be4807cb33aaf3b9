// SPDX-License-Identifier: Apache-2.0

/**
 * A normal "cannot say": returned, never thrown. It says what would be needed, so that the
 * screen can tell the person "we need 5 more weeks of sales".
 */
export type Declined = {
  readonly kind: 'declined'
  /** Stable word for the catalogue, such as `history-too-short`. */
  readonly reason: string
  /** How much of it is needed, in the unit that the reason implies. */
  readonly needed?: number
  /** How much there is. */
  readonly got?: number
}

/** Makes a Declined. */
export function declined(reason: string, amounts: { needed?: number; got?: number } = {}): Declined {
  return { kind: 'declined', reason, ...amounts }
}

/** Tells a Declined from a result. */
export function isDeclined(value: unknown): value is Declined {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'declined'
}
