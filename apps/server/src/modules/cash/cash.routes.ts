// SPDX-License-Identifier: Apache-2.0
import { cashEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { readOutlook } from './cash.service.ts'

/** Whether the money will be enough. */
export const cashRoutes: readonly Route[] = [implement(at.outlook, readOutlook)]
