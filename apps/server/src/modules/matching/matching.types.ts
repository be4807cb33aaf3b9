// SPDX-License-Identifier: Apache-2.0
import type { Confirmation } from '@resham/matching'
import type { Pack } from '@resham/pack-kit'

/** Finds a country by the id of its pack. */
export type FindPack = (id: string) => Pack | undefined

/** What a person said of a line, and what was booked for it. */
export type MatchMade = {
  readonly lineId: string
  readonly direction: 'in' | 'out'
  readonly payer: string | null
  readonly narrative: string
  readonly paid: Confirmation['paid']
  readonly paymentId: string | null
  readonly settlementIds: readonly string[]
  readonly madeAt: Date
  readonly madeBy: string | null
}
