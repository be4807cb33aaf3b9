// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { importEndpoints as at, Import, RequestOf } from '@resham/contract'
import { writeProblemsCsv } from '@resham/ledger'
import type { Static } from 'typebox'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { beforeCursor, countCursor, pageOf, pageSize } from '#platform/http/paging.ts'
import type { BusinessContext, FileReply } from '#platform/http/route.ts'
import { toBadRowReply, toImportReply } from './imports.mapping.ts'
import * as kept from './imports.repository.ts'
import { type ImportRecord, problemsKept } from './imports.types.ts'

/** A page of the files handed in, newest first. */
export async function listImports(ctx: BusinessContext, { query }: RequestOf<typeof at.list>) {
  const size = pageSize(query)
  const records = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    kept.listImports(tx, { limit: size + 1, ...beforeCursor(query) }),
  )
  const { items, next } = pageOf(records, size, (last) => last.id)
  return { items: items.map((record) => toImportReply(record, false)), next }
}

/** One import, and whether the same file is in the books already. @throws platform.not-found */
export async function readImport(
  ctx: BusinessContext,
  { params }: RequestOf<typeof at.read>,
): Promise<Static<typeof Import>> {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const record = await getImport(tx, params.import)
    return toImportReply(record, await kept.isFileLoaded(tx, record.fileHash, record.id))
  })
}

/** A page of the rows that were left out, in the order of the file. @throws platform.not-found, platform.invalid-request */
export async function listProblems(ctx: BusinessContext, { params, query }: RequestOf<typeof at.listProblems>) {
  const size = pageSize(query)
  const after = countCursor(query)
  const rows = await withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await getImport(tx, params.import)
    return kept.listProblems(tx, params.import, { after, limit: size + 1 })
  })
  const { items, next } = pageOf(rows, size, (last) => String(last.recordNo))
  return { items: items.map(toBadRowReply), next }
}

/** The rows that were left out as a file, to be mended and handed in again. @throws platform.not-found */
export async function writeProblemsFile(
  ctx: BusinessContext,
  { params }: RequestOf<typeof at.problemsFile>,
): Promise<FileReply> {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const record = await getImport(tx, params.import)
    const rows = await kept.listProblems(tx, record.id, { after: 0, limit: problemsKept })
    return {
      kind: 'file',
      fileName: `problems-${record.fileName.replace(/\.[^.]+$/, '')}.csv`,
      contentType: 'text/csv; charset=utf-8',
      content: writeProblemsCsv(rows, record.layout),
    }
  })
}

async function getImport(tx: TenantTx, importId: string): Promise<ImportRecord> {
  const record = await kept.findImport(tx, importId)
  if (!record) throw new AppError('platform.not-found')
  return record
}
