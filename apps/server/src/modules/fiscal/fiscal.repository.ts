// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { FiscalState } from './fiscal.states.ts'
import type { FiscalEvent, SettingsRecord, SubmissionBrief, SubmissionRecord } from './fiscal.types.ts'

/** How the service is set up, or undefined when nobody has said. */
export async function findSettings(tx: TenantTx): Promise<SettingsRecord | undefined> {
  const { rows } = await sql<SettingsRecord>`
    select use, place, token_sealed as "tokenSealed", scenario, version
    from fiscal_settings where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows[0]
}

/** Writes it. @returns False when it is no longer the version that the person saw. */
export async function saveSettings(tx: TenantTx, settings: SettingsRecord): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into fiscal_settings as known (tenant_id, use, place, token_sealed, scenario)
    select ${tx.tenantId}, ${settings.use}, ${settings.place}, ${settings.tokenSealed}, ${settings.scenario}
    where ${settings.version}::integer = coalesce(
      (select version from fiscal_settings where tenant_id = ${tx.tenantId}), 0)
    on conflict (tenant_id) do update set use = excluded.use, place = excluded.place,
      token_sealed = excluded.token_sealed, scenario = excluded.scenario, version = known.version + 1
    where known.version = ${settings.version}`.execute(tx)
  return numAffectedRows === 1n
}

/** How far a paper is, or undefined. @param how `change` holds it against others until the transaction ends. */
export async function findSubmission(
  tx: TenantTx,
  documentId: string,
  how: 'read' | 'change' = 'read',
): Promise<SubmissionRecord | undefined> {
  const hold = how === 'change' ? sql`for update` : sql``
  const { rows } = await sql<SubmissionRecord>`
    select document_id as "documentId", id, state, use, office_number as "officeNumber", problems,
      accepted_at as "acceptedAt", changed_at as "changedAt", version
    from fiscal_submissions where tenant_id = ${tx.tenantId} and document_id = ${documentId} ${hold}`.execute(tx)
  return rows[0]
}

/** Writes a paper down as waiting to be sent. @returns False when it is known: nothing was written. */
export async function insertSubmission(
  tx: TenantTx,
  made: Pick<SubmissionRecord, 'documentId' | 'id' | 'use' | 'changedAt'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into fiscal_submissions (tenant_id, document_id, id, state, use, changed_at)
    values (${tx.tenantId}, ${made.documentId}, ${made.id}, 'waiting', ${made.use}, ${made.changedAt})
    on conflict (tenant_id, document_id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Writes how far a paper is now. */
export async function updateSubmission(tx: TenantTx, now: Omit<SubmissionRecord, 'id' | 'version'>): Promise<void> {
  await sql`
    update fiscal_submissions set state = ${now.state}, use = ${now.use}, office_number = ${now.officeNumber},
      problems = ${JSON.stringify(now.problems)}::jsonb, accepted_at = ${now.acceptedAt}, changed_at = ${now.changedAt},
      version = version + 1
    where tenant_id = ${tx.tenantId} and document_id = ${now.documentId}`.execute(tx)
}

/** Whether another paper already has a number of the office. */
export async function isNumberTaken(tx: TenantTx, officeNumber: string, documentId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from fiscal_submissions
    where tenant_id = ${tx.tenantId} and office_number = ${officeNumber} and document_id <> ${documentId}`.execute(tx)
  return rows.length > 0
}

/** Writes down what happened. */
export async function insertEvent(tx: TenantTx, event: FiscalEvent): Promise<void> {
  await sql`
    insert into fiscal_events (tenant_id, id, document_id, at, event, by_id, sent, status, answered, note)
    values (${tx.tenantId}, ${event.id}, ${event.documentId}, ${event.at}, ${event.event}, ${event.byId}, ${event.sent},
      ${event.status}, ${event.answered}, ${event.note})`.execute(tx)
}

/** What happened to a paper, oldest first. */
export async function listEvents(tx: TenantTx, documentId: string): Promise<FiscalEvent[]> {
  const { rows } = await sql<FiscalEvent>`
    select id, document_id as "documentId", at, event, by_id as "byId", sent, status, answered, note
    from fiscal_events where tenant_id = ${tx.tenantId} and document_id = ${documentId} order by id`.execute(tx)
  return rows
}

/** A page of papers that were handed in, newest first. */
export async function listSubmissions(
  tx: TenantTx,
  query: { readonly state?: FiscalState; readonly before?: string; readonly limit: number },
): Promise<Pick<SubmissionRecord, 'id' | 'documentId' | 'state' | 'officeNumber'>[]> {
  const { rows } = await sql<SubmissionBrief>`
    select id, document_id as "documentId", state, office_number as "officeNumber" from fiscal_submissions
    where tenant_id = ${tx.tenantId} and (${query.state ?? null}::text is null or state = ${query.state ?? null})
      and (${query.before ?? null}::uuid is null or id < ${query.before ?? null}::uuid)
    order by id desc limit ${query.limit}`.execute(tx)
  return rows
}

/** Papers by state. */
export async function countByState(tx: TenantTx): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; papers: string }>`
    select state, count(*) as papers from fiscal_submissions where tenant_id = ${tx.tenantId} group by state`.execute(
    tx,
  )
  return Object.fromEntries(rows.map(({ state, papers }) => [state, Number(papers)]))
}

/** The office's numbers of the given papers. */
export async function listOfficeNumbers(tx: TenantTx, documentIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ documentId: string; officeNumber: string }>`
    select document_id as "documentId", office_number as "officeNumber" from fiscal_submissions
    where tenant_id = ${tx.tenantId} and document_id = any(${documentIds}::uuid[]) and office_number is not null`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.documentId, row.officeNumber]))
}
