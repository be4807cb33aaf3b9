// SPDX-License-Identifier: Apache-2.0

/**
 * What a change may need, and what is said when it is not so. The caller answers each from its records;
 * what it does not answer counts as not so.
 */
export const conditions = {
  'has-lines': 'no-lines',
  'has-party': 'no-party',
  'rate-known': 'rate-missing',
  'period-open': 'period-closed',
  'still-valid': 'quote-expired',
  'no-longer-valid': 'quote-still-valid',
  'something-to-ship': 'nothing-to-ship',
  'all-shipped': 'not-all-shipped',
  'nothing-shipped': 'already-shipped',
  'nothing-picked': 'picking-started',
  'something-picked': 'nothing-picked-yet',
  'nothing-invoiced': 'already-invoiced',
  'something-to-invoice': 'nothing-to-invoice',
  'no-deposit-held': 'deposit-held',
  'enough-stock': 'not-enough-stock',
  'not-more-than-shipped': 'more-than-shipped',
  'not-more-than-received': 'more-than-received',
  'not-more-than-invoiced': 'more-than-invoiced',
  'something-received': 'nothing-received-yet',
  'all-received': 'not-all-received',
  'nothing-received': 'already-received',
  'nothing-billed': 'already-billed',
  'within-order-or-confirmed': 'more-than-ordered',
  'something-open': 'nothing-open',
  'something-settled': 'nothing-settled',
  'nothing-settled': 'already-settled',
  'not-on-statement': 'on-statement',
} as const

/** A condition a change may need. */
export type Condition = keyof typeof conditions

/** What holds now, by the caller's records. A condition left out does not hold. */
export type StateFacts = Readonly<Partial<Record<Condition, boolean>>>
