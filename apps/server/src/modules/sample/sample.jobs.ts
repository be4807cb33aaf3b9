// SPDX-License-Identifier: Apache-2.0
import { jobKind } from '#platform/queue/job.ts'

/** Generates the invented shop and hands its ledger in. */
export const fillSample = jobKind<Record<never, never>>({ name: 'sample.fill', unit: 'lines', attempts: 3 })

/** Makes the invented market around the shop, once for all sample shops. */
export const fillMarket = jobKind<Record<never, never>>({ name: 'sample.market', unit: 'items', attempts: 3 })

/** Puts the invented shop's stock on its shelves, once its items are there. */
export const stockSample = jobKind<Record<never, never>>({ name: 'sample.stock', unit: 'items', attempts: 3 })
