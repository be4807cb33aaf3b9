// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'

/** A rate as it is kept: home currency for one unit of `currency`, both in major units; exact decimal text. */
export type RateRecord = {
  readonly currency: string
  readonly day: PlainDate
  readonly rate: string
  /** `typed`, or the kind of file that it came from. */
  readonly source: string
  readonly reason: string | null
  readonly madeAt: Date
  readonly madeBy: string | null
}

/** A rate for a day, with the day that it was quoted for (the same or a few days before) and where it is from. */
export type RateOn = Pick<RateRecord, 'rate' | 'source' | 'day'>
