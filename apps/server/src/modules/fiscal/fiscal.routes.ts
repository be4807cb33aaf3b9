// SPDX-License-Identifier: Apache-2.0
import { fiscalEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import type { FiscalParts } from './fiscal.types.ts'
import { changeFiscal, readFiscal } from './settings.service.ts'
import { listHandedIn, readStanding } from './standing.service.ts'
import { resolveInvoice, submitInvoice } from './submit.service.ts'
import { readTaxSums, writeTaxFile, writeWithheldFile } from './tax-sums.service.ts'

/** Invoices at the tax office, and what taxes come to. */
export function fiscalRoutes(parts: FiscalParts): Route[] {
  return [
    implement(at.read, (ctx) => readFiscal(ctx, parts)),
    implement(at.change, (ctx, input) => changeFiscal(ctx, input, parts)),
    implement(at.list, listHandedIn),
    implement(at.standing, (ctx, input) => readStanding(ctx, input, parts)),
    implement(at.submit, (ctx, input) => submitInvoice(ctx, input, parts)),
    implement(at.resolve, (ctx, input) => resolveInvoice(ctx, input, parts)),
    implement(at.taxSums, (ctx, input) => readTaxSums(ctx, input, parts)),
    implement(at.taxFile, writeTaxFile),
    implement(at.withheldFile, writeWithheldFile),
  ]
}
