// SPDX-License-Identifier: Apache-2.0
import { AppError, addDays, type PlainDate, plainDate } from '@resham/base'
import type { fiscalEndpoints as at, ReplyOf, RequestOf } from '@resham/contract'
import { listTaxedPapers, listWithheld, sumTaxes } from '#modules/documents/index.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext, FileReply } from '#platform/http/route.ts'
import { listOfficeNumbers } from './fiscal.repository.ts'
import type { FiscalParts } from './fiscal.types.ts'
import { taxCsv, withheldCsv } from './tax-file.ts'

type Days = { readonly from: PlainDate; readonly to: PlainDate }

/** What taxes come to by month. @throws fiscal.months-invalid */
export async function readTaxSums(
  ctx: BusinessContext,
  { query }: RequestOf<typeof at.taxSums>,
  { findPack }: FiscalParts,
): Promise<ReplyOf<typeof at.taxSums>> {
  const days = daysOf(query)
  const { currency } = ctx.business
  const sums = await withTenant(ctx.db, ctx.business.tenantId, (tx) => sumTaxes(tx, currency, days))
  const rows = findPack(ctx.business.pack)?.tax.rows ?? []
  const money = (minor: bigint) => ({ minor: minor.toString(), currency })
  return {
    taxes: sums.taxes.map(({ netMinor, taxMinor, code, ...sum }) => {
      const names = rows.find((row) => row.code === code)?.names ?? { en: code, ur: code }
      return { ...sum, code, names: { ...names }, net: money(netMinor), tax: money(taxMinor) }
    }),
    withheld: sums.withheld.map(({ paidMinor, withheldMinor, ...sum }) => ({
      ...sum,
      paid: money(paidMinor),
      withheld: money(withheldMinor),
    })),
  }
}

/** Every paper with its taxes, as a file. @throws fiscal.months-invalid */
export async function writeTaxFile(ctx: BusinessContext, { query }: RequestOf<typeof at.taxFile>): Promise<FileReply> {
  const days = daysOf(query)
  const content = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const papers = await listTaxedPapers(tx, days)
    return taxCsv(papers, await listOfficeNumbers(tx, [...new Set(papers.map(({ id }) => id))]))
  })
  return csv(`taxes-${days.from}-${days.to}.csv`, content)
}

/** Every payment of which tax was kept back, as a file. @throws fiscal.months-invalid */
export async function writeWithheldFile(
  ctx: BusinessContext,
  { query }: RequestOf<typeof at.withheldFile>,
): Promise<FileReply> {
  const days = daysOf(query)
  const payments = await withTenant(ctx.db, ctx.business.tenantId, (tx) => listWithheld(tx, days))
  return csv(`tax-kept-back-${days.from}-${days.to}.csv`, withheldCsv(payments))
}

const mostDays = 366 * 5

/** @throws base.date-invalid, fiscal.months-invalid */
function daysOf(query: { readonly from: string; readonly to: string }): Days {
  const [from, to] = [plainDate(query.from), plainDate(query.to)]
  if (to < from || to > addDays(from, mostDays)) throw new AppError('fiscal.months-invalid')
  return { from, to }
}

function csv(fileName: string, content: string): FileReply {
  return { kind: 'file', fileName, contentType: 'text/csv; charset=utf-8', content }
}
