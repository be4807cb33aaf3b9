// SPDX-License-Identifier: Apache-2.0
import { ratesEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { importRates, readLatest, readRates, typeRate } from './rates.service.ts'

/** Rates of exchange by day. */
export const ratesRoutes: readonly Route[] = [
  implement(at.latest, readLatest),
  implement(at.list, readRates),
  implement(at.type, typeRate),
  implement(at.importFile, importRates),
]
