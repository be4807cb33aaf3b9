// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { fiscalEndpoints as at, RequestOf } from '@resham/contract'
import { type DocumentRecord, findDocument } from '#modules/documents/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/queue/enqueue.ts'
import { sendInvoice } from './fiscal.jobs.ts'
import * as kept from './fiscal.repository.ts'
import { type FiscalStep, stepFrom } from './fiscal.states.ts'
import type { FiscalParts, SubmissionRecord } from './fiscal.types.ts'
import { invoiceOf } from './invoice-of.service.ts'
import { openSettings, settingsOf } from './settings.service.ts'
import { standingOf } from './standing.service.ts'

/**
 * Hands a paper in: it waits, and a worker sends it.
 *
 * @throws platform.not-found, fiscal.no-service, fiscal.off, fiscal.no-token, fiscal.not-issued,
 *         fiscal.home-currency-only, fiscal.original-not-accepted, fiscal.not-allowed
 */
export async function submitInvoice(ctx: BusinessContext, { params }: RequestOf<typeof at.submit>, parts: FiscalParts) {
  const { service, pack } = countryOf(ctx, parts)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const document = await getDocument(tx, params.document)
    const settings = await settingsOf(tx, service)
    const { use } = openSettings(tx, settings, parts.secret)
    // Whether it can be built at all is known now; what the office would say is for the worker.
    const { currency: home, name: businessName } = ctx.business
    await invoiceOf(tx, document, { pack, home, businessName, nobody: service.nobody, scenario: settings.scenario })
    const at = { documentId: document.id, id: newId(ctx.now), use, changedAt: ctx.now }
    if (!(await kept.insertSubmission(tx, at))) await waitAgain(ctx, tx, document.id, use)
    await kept.insertEvent(tx, { ...blankEvent(ctx, document.id, 'submit'), byId: personOf(ctx) })
    await enqueue(tx, sendInvoice, { documentId: document.id }, ctx.now)
    await recordAudit(tx, ctx, 'fiscal.submit', { kind: document.kind, id: document.id }, { use })
    return standingOf(tx, ctx, document, parts)
  })
}

async function waitAgain(ctx: BusinessContext, tx: TenantTx, documentId: string, use: SubmissionRecord['use']) {
  const before = await getSubmission(tx, documentId)
  // What was only a trial may be sent once more for real; nobody has to look for it at the office.
  const isOnlyTrial = before.use === 'trial' && use === 'real' && before.state !== 'sending'
  const state = isOnlyTrial ? 'waiting' : stepFrom(before.state, 'submit')
  if (state === undefined) throw new AppError('fiscal.not-allowed', { state: before.state })
  const nothing = { officeNumber: null, problems: [], acceptedAt: null }
  await kept.updateSubmission(tx, { ...before, ...nothing, state, use, changedAt: ctx.now })
}

/**
 * What a person saw at the office's own portal: the invoice is there under a number, it is not there, or it was
 * cancelled there.
 *
 * @throws platform.not-found, platform.changed-meanwhile, fiscal.not-allowed, fiscal.number-invalid,
 *         fiscal.number-taken, fiscal.cancel-too-late
 */
export async function resolveInvoice(
  ctx: BusinessContext,
  { params, body }: RequestOf<typeof at.resolve>,
  parts: FiscalParts,
) {
  const { service } = countryOf(ctx, parts)
  const { answer, version } = body
  const officeNumber = body.officeNumber?.trim() ?? ''
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const document = await getDocument(tx, params.document)
    const before = await getSubmission(tx, document.id)
    if (before.version !== version) {
      throw new AppError('platform.changed-meanwhile', { seen: version, now: before.version })
    }
    const step = stepOf[answer]
    const state = stepFrom(before.state, step)
    if (state === undefined) throw new AppError('fiscal.not-allowed', { state: before.state })
    if (answer === 'there' && !service.isNumber(officeNumber)) throw new AppError('fiscal.number-invalid')
    if (answer === 'there' && (await kept.isNumberTaken(tx, officeNumber, document.id))) {
      throw new AppError('fiscal.number-taken')
    }
    if (answer === 'cancelled' && !mayStillCancel(before, service.cancelHours, ctx.now)) {
      throw new AppError('fiscal.cancel-too-late')
    }
    const found = answer === 'there' ? { officeNumber, acceptedAt: ctx.now, problems: [] } : {}
    const notFound = answer === 'not-there' ? { problems: [] } : {}
    await kept.updateSubmission(tx, { ...before, ...found, ...notFound, state, changedAt: ctx.now })
    const note = answer === 'there' ? officeNumber : null
    await kept.insertEvent(tx, { ...blankEvent(ctx, document.id, step), byId: personOf(ctx), note })
    await recordAudit(tx, ctx, `fiscal.${step}`, { kind: document.kind, id: document.id })
    return standingOf(tx, ctx, document, parts)
  })
}

const stepOf = {
  there: 'say-there',
  'not-there': 'say-not-there',
  cancelled: 'note-cancelled',
} as const satisfies Record<string, FiscalStep>

function mayStillCancel({ acceptedAt }: SubmissionRecord, hours: number | null, now: Date): boolean {
  return hours !== null && acceptedAt !== null && now.getTime() <= acceptedAt.getTime() + hours * 3_600_000
}

/** The country with its service. @throws business.pack-unknown, fiscal.no-service */
function countryOf(ctx: BusinessContext, parts: FiscalParts) {
  const pack = parts.findPack(ctx.business.pack)
  if (!pack) throw new AppError('business.pack-unknown', { pack: ctx.business.pack })
  const service = parts.findService(pack.id)
  if (!service) throw new AppError('fiscal.no-service')
  return { pack, service }
}

/** @throws platform.not-found */
async function getDocument(tx: TenantTx, id: string): Promise<DocumentRecord> {
  const document = await findDocument(tx, id)
  if (!document) throw new AppError('platform.not-found')
  return document
}

async function getSubmission(tx: TenantTx, documentId: string): Promise<SubmissionRecord> {
  const submission = await kept.findSubmission(tx, documentId, 'change')
  if (!submission) throw new AppError('platform.not-found')
  return submission
}

const personOf = (ctx: BusinessContext) => (ctx.caller.kind === 'person' ? ctx.caller.userId : null)

function blankEvent(ctx: BusinessContext, documentId: string, event: string) {
  return {
    ...{ id: newId(ctx.now), documentId, at: ctx.now, event },
    ...{ sent: null, status: null, answered: null, note: null },
  }
}
