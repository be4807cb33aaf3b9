// SPDX-License-Identifier: Apache-2.0

import type { PlanLine as PlanLineReply, PlanSettings as SettingsReply } from '@resham/contract'
import type { Static } from 'typebox'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** A line of the plan as it is kept: what the purchase list holds of it is added when it is read. */
export type KeptLine = Omit<Static<typeof PlanLineReply>, 'listedMilli'>

/** How the business buys where an item names nothing of its own. */
export type PlanSettings = Static<typeof SettingsReply>

/** Before anybody has said anything: three weeks to come, a chance to order each week, 19 times of 20 in stock. */
export const firstSettings: PlanSettings = { leadTimeDays: 21, reviewDays: 7, serviceLevelPercent: 95 }

export type Urgency = KeptLine['urgency']

/** Most urgent first; the number is what lists are ordered by. */
export const urgencyRank: Readonly<Record<Urgency, number>> = { now: 0, soon: 1, 'count-first': 2, later: 3, enough: 4 }

/** Called after the plan was made anew, in the same transaction: what is told of it on other pages is out of date. */
export type PlanChanged = (tx: TenantTx, now: Date) => Promise<void>
