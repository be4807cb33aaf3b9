// SPDX-License-Identifier: Apache-2.0
import { AppError, isAppError } from '@resham/base'
import type { FiscalReply, FiscalService } from '@resham/pack-kit'
import { findDocument } from '#modules/documents/index.ts'
import { type BusinessRecord, findBusiness } from '#platform/auth/businesses.repository.ts'
import { type TenantTx, withPlatform, withTenant } from '#platform/db/tenancy.ts'
import { newId } from '#platform/ids.ts'
import type { JobContext } from '#platform/queue/job.ts'
import * as kept from './fiscal.repository.ts'
import { type FiscalStep, stepFrom } from './fiscal.states.ts'
import type { FiscalParts, KeptProblem, SubmissionRecord } from './fiscal.types.ts'
import { invoiceOf } from './invoice-of.service.ts'
import { type Posted, postInvoice } from './post-invoice.ts'
import { openSettings, settingsOf } from './settings.service.ts'

type ToSend = { readonly service: FiscalService; readonly url: URL; readonly token: string; readonly body: string }

/**
 * Sends one paper, in three steps: it is noted as being sent, it is sent outside every transaction, and what came of it
 * is noted. Who dies between the first and the last leaves it `sending`; whoever finds it so calls it uncertain and
 * sends nothing.
 *
 * @throws fiscal.unreachable when nothing left the house: the queue then tries again
 */
export async function send(ctx: JobContext, documentId: string, parts: FiscalParts): Promise<void> {
  const business = await withPlatform(ctx.db, (tx) => findBusiness(tx, ctx.tenantId))
  if (!business) return
  const toSend = await withTenant(ctx.db, ctx.tenantId, (tx) => prepare(tx, ctx, documentId, business, parts))
  if (!toSend) return
  const posted = await postInvoice(toSend.url, toSend.token, toSend.body, parts.waitMs)
  await withTenant(ctx.db, ctx.tenantId, (tx) => note(tx, ctx, documentId, toSend.service, posted))
  if (posted.type === 'unreachable') throw new AppError('fiscal.unreachable')
}

async function prepare(
  tx: TenantTx,
  ctx: JobContext,
  documentId: string,
  business: BusinessRecord,
  parts: FiscalParts,
): Promise<ToSend | undefined> {
  const submission = await kept.findSubmission(tx, documentId, 'change')
  if (submission?.state === 'sending') {
    // Somebody else was sending this and did not live to say what came of it.
    await step(tx, ctx, submission, 'lose', { note: 'interrupted' })
    return undefined
  }
  if (submission?.state !== 'waiting') return undefined
  try {
    const ready = await builtFrom(tx, submission, business, parts)
    if ('problems' in ready) {
      await step(tx, ctx, submission, 'refuse', { problems: ready.problems, note: 'own-check' })
      return undefined
    }
    await step(tx, ctx, submission, 'send', { sent: ready.body })
    return ready
  } catch (error) {
    if (!isAppError(error) || !error.code.startsWith('fiscal.')) throw error
    await step(tx, ctx, submission, 'refuse', { problems: [{ code: error.code, line: null }], note: 'own-check' })
    return undefined
  }
}

async function builtFrom(
  tx: TenantTx,
  submission: SubmissionRecord,
  business: BusinessRecord,
  parts: FiscalParts,
): Promise<ToSend | { readonly problems: readonly KeptProblem[] }> {
  const pack = parts.findPack(business.pack)
  const service = pack && parts.findService(pack.id)
  const document = await findDocument(tx, submission.documentId)
  if (!pack || !service || !document) throw new AppError('fiscal.no-service')
  const settings = await settingsOf(tx, service)
  const { token } = openSettings(tx, settings, parts.secret)
  const { use } = submission
  const scenario = use === 'trial' ? settings.scenario : null
  const around = { pack, home: business.currency, businessName: business.name, nobody: service.nobody, scenario }
  const built = service.build(await invoiceOf(tx, document, around))
  const problems = service.check(built, use)
  if (problems.length > 0) return { problems }
  return { service, token, body: JSON.stringify(built), url: new URL(service.paths.submit[use], settings.place) }
}

/** What came of the sending, in the words of the table of states. */
async function note(
  tx: TenantTx,
  ctx: JobContext,
  documentId: string,
  service: FiscalService,
  posted: Posted,
): Promise<void> {
  const submission = await kept.findSubmission(tx, documentId, 'change')
  if (submission?.state !== 'sending') return
  if (posted.type === 'unreachable') {
    const problems = [{ code: 'fiscal.unreachable', line: null }]
    return step(tx, ctx, submission, 'unreachable', { problems })
  }
  if (posted.type === 'lost') return step(tx, ctx, submission, 'lose', { note: posted.why })
  const { status, text } = posted
  const answered = { status, answered: text.slice(0, mostKept) }
  const reply = service.readReply(status, text)
  if (reply.type === 'accepted' && (await kept.isNumberTaken(tx, reply.number, documentId))) {
    // The office's own fault; a person has to look, and nothing is lost.
    return step(tx, ctx, submission, 'lose', { ...answered, note: `number ${reply.number} is taken` })
  }
  return step(tx, ctx, submission, stepOf[reply.type], { ...answered, ...outcomeOf(reply) })
}

/** Characters of an answer that are kept as evidence. */
const mostKept = 16_000

const stepOf = { accepted: 'accept', refused: 'refuse', uncertain: 'lose' } as const

function outcomeOf(reply: FiscalReply): Partial<Outcome> {
  if (reply.type === 'refused') return { problems: reply.problems }
  if (reply.type === 'uncertain') return { note: reply.said }
  return { officeNumber: reply.number }
}

type Outcome = {
  readonly problems: readonly KeptProblem[]
  readonly officeNumber: string
  readonly sent: string
  readonly status: number
  readonly answered: string
  readonly note: string
}

async function step(
  tx: TenantTx,
  ctx: JobContext,
  before: SubmissionRecord,
  name: FiscalStep,
  outcome: Partial<Outcome> = {},
): Promise<void> {
  const state = stepFrom(before.state, name)
  if (state === undefined) throw new AppError('fiscal.not-allowed', { state: before.state })
  const at = ctx.clock()
  const { documentId } = before
  const { problems = [], officeNumber = null, sent = null, status = null, answered = null, note = null } = outcome
  const acceptedAt = state === 'accepted' ? at : null
  await kept.updateSubmission(tx, { ...before, state, problems, officeNumber, acceptedAt, changedAt: at })
  const id = newId(at)
  await kept.insertEvent(tx, { id, documentId, at, event: name, byId: null, sent, status, answered, note })
}
