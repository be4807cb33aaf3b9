// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { importEndpoints as at } from '@resham/contract'
import type { FileStore } from '#platform/files/files.ts'
import { type BusinessContext, implement, type Route, type Wire } from '#platform/http/route.ts'
import { toRulesReply } from './imports.mapping.ts'
import {
  cancelImport,
  previewImport,
  readRules,
  receiveFile,
  sampleUploadLimit,
  startImport,
  uploadLimit,
  writeRules,
} from './imports.service.ts'
import { listImports, listProblems, readImport, writeProblemsFile } from './past-imports.service.ts'

/** Files handed in, how they are read, and what was left out. */
export function importRoutes(files: FileStore): Route[] {
  return [
    implement(at.upload, async (ctx, { query, body }) =>
      receiveFile(ctx, files, {
        fileName: query.fileName ?? 'file',
        content: body as AsyncIterable<Uint8Array>,
        limitBytes: limitOf(ctx),
      }),
    ),
    implement(at.uploadForm, async (ctx, _input, wire) => {
      await wire.reply.redirect(await pageAfterUpload(ctx, files, wire), 303)
      return wire.reply as never
    }),
    implement(at.list, listImports),
    implement(at.read, readImport),
    implement(at.preview, (ctx, { params, body }) => previewImport(ctx, files, params.import, body.choice)),
    implement(at.start, (ctx, { params, body }) => startImport(ctx, params.import, body.choice)),
    implement(at.cancel, (ctx, { params }) => cancelImport(ctx, files, params.import)),
    implement(at.listProblems, listProblems),
    implement(at.problemsFile, writeProblemsFile),
    implement(at.readRules, async (ctx) => toRulesReply(await readRules(ctx))),
    implement(at.writeRules, async (ctx, { body }) => toRulesReply(await writeRules(ctx, body.rules as never))),
  ]
}

function limitOf({ business }: BusinessContext): number {
  return business.sample ? sampleUploadLimit : uploadLimit
}

/** Takes in a file that a form without a script sends. @returns The page to show then; a refusal is told there. */
async function pageAfterUpload(ctx: BusinessContext, files: FileStore, { request }: Wire): Promise<string> {
  const part = await request.file()
  if (!part) throw new AppError('formats.empty')
  const imports = `/${ctx.business.slug}/imports`
  try {
    const { id } = await receiveFile(ctx, files, {
      fileName: part.filename,
      content: part.file,
      limitBytes: limitOf(ctx),
    })
    return `${imports}/${id}`
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    part.file.resume()
    return `${imports}?refused=${encodeURIComponent(error.code)}`
  }
}
