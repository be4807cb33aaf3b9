// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '../db/tenancy.ts'
import type { Caller } from '../http/route.ts'
import { newId } from '../ids.ts'

/** One line of the audit trail, as it is kept. */
export type AuditRecord = {
  readonly id: string
  readonly at: Date
  readonly actorKind: 'person' | 'token' | 'system'
  readonly actorId: string | null
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly details: Readonly<Record<string, unknown>>
}

/**
 * Writes down who did what to what, in the transaction of the deed itself. Details name no person.
 *
 * @param by Null when the platform did it by itself.
 */
export async function recordAudit(
  tx: TenantTx,
  by: { readonly now: Date; readonly caller: Caller | null },
  action: string,
  subject: { readonly kind: string; readonly id: string },
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const actorId = by.caller === null ? null : by.caller.kind === 'person' ? by.caller.userId : by.caller.tokenId
  await sql`
    insert into audit_events (tenant_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, details)
    values (${tx.tenantId}, ${newId(by.now)}, ${by.now}, ${by.caller?.kind ?? 'system'}, ${actorId},
      ${action}, ${subject.kind}, ${subject.id}, ${JSON.stringify(details)})`.execute(tx)
}

/** A page of the trail, newest first. `before` is the id of the last of the page before. */
export async function listAudit(
  tx: TenantTx,
  query: { readonly before?: string; readonly limit: number },
): Promise<AuditRecord[]> {
  const { rows } = await sql<AuditRecord>`
    select id, at, actor_kind as "actorKind", actor_id as "actorId", action, subject_kind as "subjectKind",
      subject_id as "subjectId", details
    from audit_events
    where tenant_id = ${tx.tenantId} and (${query.before ?? null}::uuid is null or id < ${query.before ?? null}::uuid)
    order by id desc limit ${query.limit}`.execute(tx)
  return rows
}
