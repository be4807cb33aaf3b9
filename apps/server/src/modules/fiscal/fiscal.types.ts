// SPDX-License-Identifier: Apache-2.0
import type { FiscalService, Pack } from '@resham/pack-kit'
import type { FiscalState } from './fiscal.states.ts'

/** What the handlers and the worker need besides their input. */
export type FiscalParts = {
  readonly findPack: (id: string) => Pack | undefined
  readonly findService: (packId: string) => FiscalService | undefined
  /** Opens sealed tokens. */
  readonly secret: string
  /** Addresses that the operator allows besides the office's own. */
  readonly places: readonly string[]
  /** Milliseconds to wait for an answer. */
  readonly waitMs: number
}

export type FiscalUse = 'off' | 'trial' | 'real'

/** How the service is set up. Version 0: nobody has said. */
export type SettingsRecord = {
  readonly use: FiscalUse
  readonly place: string
  readonly tokenSealed: string | null
  readonly scenario: string | null
  readonly version: number
}

/** A fault as it is kept. Line from 0; `said` in the office's words. */
export type KeptProblem = {
  readonly code: string
  readonly field?: string
  readonly line: number | null
  readonly said?: string
}

/** How far one paper is. */
export type SubmissionRecord = {
  readonly documentId: string
  readonly id: string
  readonly state: FiscalState
  readonly use: Exclude<FiscalUse, 'off'>
  readonly officeNumber: string | null
  readonly problems: readonly KeptProblem[]
  readonly acceptedAt: Date | null
  readonly changedAt: Date
  readonly version: number
}

/** A sending, or a person's word about it. */
export type FiscalEvent = {
  readonly id: string
  readonly documentId: string
  readonly at: Date
  readonly event: string
  readonly byId: string | null
  readonly sent: string | null
  readonly status: number | null
  readonly answered: string | null
  readonly note: string | null
}

/** A paper that was handed in, in a list. */
export type SubmissionBrief = {
  readonly id: string
  readonly documentId: string
  readonly number: string | null
  readonly partyName: string | null
  readonly day: string
  readonly totalMinor: bigint
  readonly currency: string
  readonly state: FiscalState
  readonly officeNumber: string | null
}
