// SPDX-License-Identifier: Apache-2.0
import type { ImportResult, ReadingChoice } from '@resham/contract'
import type { Layout, LayoutCorrection } from '@resham/ledger'
import type { Static } from 'typebox'

export type ImportState = 'ready' | 'waiting' | 'loading' | 'done' | 'failed' | 'cancelled'

/** How a file is read: each role's column, the order of its dates, its currency. */
export type Choice = Static<typeof ReadingChoice>

/** How files of one shape are read, by the names of their columns. */
export type Shape = { readonly correction: LayoutCorrection; readonly currency: string }

/** What an import did. */
export type Result = Static<typeof ImportResult>

/** A sales file handed in, and how far it is. */
export type ImportRecord = {
  readonly id: string
  readonly fileName: string
  readonly fileHash: string
  readonly bytes: number
  readonly state: ImportState
  readonly layout: Layout
  readonly choice: Choice
  readonly recordsLoaded: number
  readonly bytesRead: number
  readonly linesAdded: number
  readonly linesBad: number
  readonly result: Result | null
  readonly errorCode: string | null
  readonly errorDetails: Record<string, unknown> | null
  readonly createdAt: Date
  readonly startedAt: Date | null
}

/** How far the loading is; written with each batch. */
export type Checkpoint = {
  readonly recordsLoaded: number
  readonly bytesRead: number
  readonly linesAdded: number
  readonly linesBad: number
}

/** Rows of one import that are kept to be mended; beyond it they are only counted. */
export const problemsKept = 10_000
