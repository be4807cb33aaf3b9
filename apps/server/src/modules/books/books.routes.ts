// SPDX-License-Identifier: Apache-2.0
import { booksEndpoints as at } from '@resham/contract'
import type { FindPack } from '#modules/calendar/index.ts'
import { implement, type Route } from '#platform/http/route.ts'
import { readAccount, readEntry, writeAccount } from './account.service.ts'
import { readChart, recordByHand } from './by-hand.service.ts'
import { changePeriod, readPeriods } from './close.service.ts'
import { readResult } from './result.service.ts'
import { readTrialBalance, writeChart, writeTrialBalance } from './trial-balance.service.ts'

/** The ledger: what every account stands at, what stands on it, and months that are closed. */
export function booksRoutes(findPack: FindPack): Route[] {
  return [
    implement(at.trialBalance, readTrialBalance),
    implement(at.trialBalanceFile, writeTrialBalance),
    implement(at.result, readResult),
    implement(at.chart, (ctx) => readChart(ctx, findPack)),
    implement(at.chartFile, (ctx) => writeChart(ctx, findPack)),
    implement(at.account, readAccount),
    implement(at.accountFile, writeAccount),
    implement(at.entry, readEntry),
    implement(at.recordEntry, (ctx, input) => recordByHand(ctx, input, findPack)),
    implement(at.periods, readPeriods),
    implement(at.changePeriod, changePeriod),
  ]
}
