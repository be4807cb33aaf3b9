// SPDX-License-Identifier: Apache-2.0
import type { LineKind } from '../types.ts'

/**
 * A rule by which lines are told apart, as data that a person can read, switch off, change, add.
 * All its conditions must hold; a list holds when one of its patterns fits (`compilePattern`).
 * The first rule that fits decides.
 */
export type LineRule = {
  /** Stable name; words for it live in the catalogues, under `ledger.rule.<id>`, for the default rules. */
  readonly id: string
  readonly enabled: boolean
  readonly kind: LineKind
  readonly when: RuleConditions
}

/** What a rule looks at. A condition that is absent asks nothing. */
export type RuleConditions = {
  readonly document?: readonly string[]
  readonly itemCode?: readonly string[]
  readonly itemName?: readonly string[]
  /** Fits when the code or the name fits. */
  readonly item?: readonly string[]
  readonly status?: readonly string[]
  readonly quantity?: Sign
  readonly net?: Sign
  /** `absent`: the line names no customer. */
  readonly customer?: 'absent' | 'present'
}

/** Which way a number points. */
export type Sign = 'negative' | 'zero' | 'positive'
