// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { importEndpoints as at } from '@resham/contract'
import { writeProblemsCsv } from '@resham/ledger'
import { withTenant } from '#platform/db/tenancy.ts'
import type { FileStore } from '#platform/files/files.ts'
import { implement, type Route } from '#platform/http/route.ts'
import { toBadRowReply, toImportReply } from './imports.mapping.ts'
import { findImport, isFileLoaded, listImports, listProblems } from './imports.repository.ts'
import { cancelImport, previewImport, readRules, receiveFile, startImport, writeRules } from './imports.service.ts'
import { problemsKept } from './imports.types.ts'

/** Files handed in, how they are read, and what was left out. */
export function importRoutes(files: FileStore): Route[] {
  return [
    implement(at.upload, async (ctx, { query, body }) =>
      receiveFile(ctx, files, { fileName: query.fileName ?? 'file', content: body as AsyncIterable<Uint8Array> }),
    ),

    implement(at.uploadForm, async (ctx, _input, { request, reply }) => {
      const part = await request.file()
      if (!part) throw new AppError('formats.empty')
      const back = `/${ctx.business.slug}/imports`
      try {
        const { id } = await receiveFile(ctx, files, { fileName: part.filename, content: part.file })
        await reply.redirect(`${back}/${id}`, 303)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        part.file.resume()
        await reply.redirect(`${back}?refused=${encodeURIComponent(error.code)}`, 303)
      }
      return reply as never
    }),

    implement(at.list, async (ctx, { query }) =>
      withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
        const limit = query.limit ?? 50
        const records = await listImports(tx, {
          limit: limit + 1,
          ...(query.cursor === undefined ? {} : { before: query.cursor }),
        })
        const page = records.slice(0, limit)
        return {
          items: page.map((record) => toImportReply(record, false)),
          next: records.length > limit ? (page.at(-1)?.id ?? null) : null,
        }
      }),
    ),

    implement(at.read, async (ctx, { params }) =>
      withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
        const record = await findImport(tx, params.import)
        if (!record) throw new AppError('platform.not-found')
        return toImportReply(record, await isFileLoaded(tx, record.fileHash, record.id))
      }),
    ),

    implement(at.preview, (ctx, { params, body }) => previewImport(ctx, files, params.import, body.choice)),
    implement(at.start, (ctx, { params, body }) => startImport(ctx, params.import, body.choice)),
    implement(at.cancel, (ctx, { params }) => cancelImport(ctx, params.import)),

    implement(at.listProblems, async (ctx, { params, query }) =>
      withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
        if (!(await findImport(tx, params.import))) throw new AppError('platform.not-found')
        const limit = query.limit ?? 50
        const rows = await listProblems(tx, params.import, { after: Number(query.cursor ?? 0), limit: limit + 1 })
        const page = rows.slice(0, limit)
        return { items: page.map(toBadRowReply), next: rows.length > limit ? String(page.at(-1)?.recordNo) : null }
      }),
    ),

    implement(at.problemsFile, async (ctx, { params }) =>
      withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
        const record = await findImport(tx, params.import)
        if (!record) throw new AppError('platform.not-found')
        const rows = await listProblems(tx, record.id, { after: 0, limit: problemsKept })
        return {
          kind: 'file' as const,
          fileName: `problems-${record.fileName.replace(/\.[^.]+$/, '')}.csv`,
          contentType: 'text/csv; charset=utf-8',
          content: writeProblemsCsv(rows, record.layout),
        }
      }),
    ),

    implement(at.readRules, async (ctx) => copyRules(await readRules(ctx))),
    implement(at.writeRules, async (ctx, { body }) => copyRules(await writeRules(ctx, body.rules as never))),
  ]
}

// The engine's rules are read-only; the contract's are plain.
function copyRules(from: Awaited<ReturnType<typeof readRules>>) {
  return { rules: structuredClone(from.rules) as never[], changed: from.changed }
}
