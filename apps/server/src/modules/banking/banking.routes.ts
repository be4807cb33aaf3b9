// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { bankingEndpoints as at } from '@resham/contract'
import type { FindPack } from '#modules/calendar/index.ts'
import type { FileStore } from '#platform/files/files.ts'
import { type BusinessContext, implement, type Route, type Wire } from '#platform/http/route.ts'
import { confirmFile, discardFile, previewFile, readFile, receiveStatement } from './bank-files.service.ts'
import { readLines, setLine } from './bank-lines.service.ts'
import { askToPay, changeAccount, openAccount, readAccount, readAccounts } from './money-accounts.service.ts'

/** Where money lies, statements of banks and wallets, and how to be paid. */
export function bankingRoutes(files: FileStore, findPack: FindPack): Route[] {
  return [
    implement(at.accounts, (ctx) => readAccounts(ctx, findPack)),
    implement(at.openAccount, (ctx, input) => openAccount(ctx, input, findPack)),
    implement(at.account, readAccount),
    implement(at.changeAccount, changeAccount),
    implement(at.askToPay, askToPay),
    implement(at.upload, (ctx, { params, query, body }) =>
      receiveStatement(ctx, files, {
        accountId: params.account,
        fileName: query.fileName ?? 'statement',
        content: body as AsyncIterable<Uint8Array>,
      }),
    ),
    implement(at.uploadForm, async (ctx, { params }, wire) => {
      await wire.reply.redirect(await pageAfterUpload(ctx, files, params.account, wire), 303)
      return wire.reply as never
    }),
    implement(at.file, readFile),
    implement(at.preview, (ctx, input) => previewFile(ctx, files, input)),
    implement(at.confirm, (ctx, input) => confirmFile(ctx, files, input)),
    implement(at.discard, (ctx, input) => discardFile(ctx, files, input)),
    implement(at.lines, readLines),
    implement(at.setLine, setLine),
  ]
}

/** Takes in a file that a form without a script sends. @returns The page to show then; a refusal is told there. */
async function pageAfterUpload(
  ctx: BusinessContext,
  files: FileStore,
  accountId: string,
  { request }: Wire,
): Promise<string> {
  const part = await request.file()
  if (!part) throw new AppError('formats.empty')
  const account = `/${ctx.business.slug}/money/${accountId}`
  try {
    const { id } = await receiveStatement(ctx, files, { accountId, fileName: part.filename, content: part.file })
    return `${account}/files/${id}`
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'platform.not-found') throw error
    part.file.resume()
    const details = Object.entries(error.details).filter(([, value]) => typeof value !== 'object')
    const told = new URLSearchParams(details.map(([name, value]) => [name, String(value)]))
    return `${account}?refused=${encodeURIComponent(error.code)}&${told}`
  }
}
