// SPDX-License-Identifier: Apache-2.0
import { AppError, isAppError } from '@resham/base'
import type { fiscalEndpoints as at, ReplyOf, RequestOf } from '@resham/contract'
import type { FiscalService } from '@resham/pack-kit'
import { type DocumentRecord, findDocument, listDocumentNames } from '#modules/documents/index.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { beforeCursor, pageOf, pageSize } from '#platform/http/paging.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import * as kept from './fiscal.repository.ts'
import { type FiscalStep, stepFrom } from './fiscal.states.ts'
import type { FiscalParts, KeptProblem, SettingsRecord, SubmissionRecord } from './fiscal.types.ts'
import { invoiceOf } from './invoice-of.service.ts'
import { qrRows } from './qr-rows.ts'
import { settingsOf } from './settings.service.ts'

type Standing = ReplyOf<typeof at.standing>

/** How far a paper is. @throws platform.not-found */
export async function readStanding(
  ctx: BusinessContext,
  { params }: RequestOf<typeof at.standing>,
  parts: FiscalParts,
) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const document = await findDocument(tx, params.document)
    if (!document) throw new AppError('platform.not-found')
    return standingOf(tx, ctx, document, parts)
  })
}

/** A page of papers that were handed in, newest first. */
export async function listHandedIn(ctx: BusinessContext, { query }: RequestOf<typeof at.list>) {
  const size = pageSize(query)
  const { state } = query
  if (state === 'none') return { items: [], next: null }
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const rows = await kept.listSubmissions(tx, {
      limit: size + 1,
      ...(state === undefined ? {} : { state }),
      ...beforeCursor(query),
    })
    const { items, next } = pageOf(rows, size, (last) => last.id)
    const names = await listDocumentNames(
      tx,
      items.map(({ documentId }) => documentId),
    )
    const byId = new Map(names.map((name) => [name.id, name]))
    return {
      next,
      items: items.flatMap(({ documentId, state, officeNumber }) => {
        const name = byId.get(documentId)
        if (!name) return []
        const { number, partyName, day, totalMinor, currency } = name
        const total = { minor: totalMinor.toString(), currency }
        return [{ documentId, number, partyName, day, total, state, officeNumber }]
      }),
    }
  })
}

/** How far a paper is, with the words of the country's pack. */
export async function standingOf(
  tx: TenantTx,
  ctx: BusinessContext,
  document: DocumentRecord,
  parts: FiscalParts,
): Promise<Standing> {
  const service = parts.findService(ctx.business.pack)
  const submission = await kept.findSubmission(tx, document.id)
  const settings = await settingsOf(tx, service)
  const events = submission ? await kept.listEvents(tx, document.id) : []
  const state = submission?.state ?? 'none'
  const problems =
    state === 'none' && service && settings.use !== 'off'
      ? await foreseen(tx, ctx, document, { service, settings, parts })
      : (submission?.problems ?? [])
  return {
    documentId: document.id,
    state,
    use: submission?.use ?? settings.use,
    problems: problems.map((problem) => toFault(problem, service)),
    mark: service && submission?.officeNumber != null ? markOf(service, submission.officeNumber) : null,
    acceptedAt: submission?.acceptedAt?.toISOString() ?? null,
    cancelUntil: cancelUntil(submission, service, ctx.now),
    actions: actionsOf(submission, document, settings, cancelUntil(submission, service, ctx.now) !== null),
    version: submission?.version ?? 0,
    events: events.map(({ at, event, status, note }) => ({ at: at.toISOString(), event, status, note })),
  }
}

/** What the office would refuse, told before it is sent. What cannot be built yet shows no problem but has no action. */
async function foreseen(
  tx: TenantTx,
  ctx: BusinessContext,
  document: DocumentRecord,
  at: { readonly service: FiscalService; readonly settings: SettingsRecord; readonly parts: FiscalParts },
): Promise<readonly KeptProblem[]> {
  const pack = at.parts.findPack(ctx.business.pack)
  if (!pack || at.settings.use === 'off') return []
  const { currency: home, name: businessName } = ctx.business
  const { scenario, use } = at.settings
  try {
    const around = { pack, home, businessName, nobody: at.service.nobody, scenario: use === 'trial' ? scenario : null }
    return at.service.check(at.service.build(await invoiceOf(tx, document, around)), use)
  } catch (error) {
    if (isAppError(error) && error.code.startsWith('fiscal.')) return [{ code: error.code, line: null }]
    throw error
  }
}

function toFault({ code, field, line, said }: KeptProblem, service: FiscalService | undefined) {
  const words = service?.codes.find((one) => one.code === code)
  return {
    code,
    field: field ?? null,
    line: line === null ? null : line + 1,
    means: words ? { ...words.means } : null,
    next: words ? { ...words.next } : null,
    said: said === undefined || said === '' ? null : said,
  }
}

function markOf(service: FiscalService, officeNumber: string): Standing['mark'] {
  const { number, words, qr } = service.mark(officeNumber)
  return { number, words: { ...words }, qr: qr && { text: qr.text, rows: qrRows(qr), sizeInches: qr.sizeInches } }
}

function cancelUntil(
  submission: SubmissionRecord | undefined,
  service: FiscalService | undefined,
  now: Date,
): string | null {
  if (submission?.state !== 'accepted' || submission.acceptedAt === null || service?.cancelHours == null) return null
  const until = new Date(submission.acceptedAt.getTime() + service.cancelHours * 3_600_000)
  return until < now ? null : until.toISOString()
}

const asked = [
  ['submit', 'submit'],
  ['say-there', 'say-there'],
  ['say-not-there', 'say-not-there'],
  ['note-cancelled', 'note-cancelled'],
] as const satisfies readonly (readonly [Standing['actions'][number], FiscalStep])[]

function actionsOf(
  submission: SubmissionRecord | undefined,
  document: DocumentRecord,
  settings: SettingsRecord,
  mayCancel: boolean,
): Standing['actions'] {
  const isPaper = (document.kind === 'invoice' || document.kind === 'credit-note') && document.issuedAt !== null
  const isOnlyTrial = submission?.use === 'trial' && settings.use === 'real' && submission.state !== 'sending'
  return asked.flatMap(([action, step]) => {
    const possible = stepFrom(submission?.state ?? 'none', step) !== undefined || (action === 'submit' && isOnlyTrial)
    if (!possible) return []
    if (action === 'submit' && (!isPaper || settings.use === 'off' || settings.tokenSealed === null)) return []
    return action === 'note-cancelled' && !mayCancel ? [] : [action]
  })
}
