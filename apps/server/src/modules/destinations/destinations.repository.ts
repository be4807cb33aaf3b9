// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** Which heading the goods of a category, or one item by its code, fall under. */
export type HeadingChoice = {
  readonly subject: 'category' | 'item'
  readonly key: string
  readonly heading: string
}

/** Every choice of the business. */
export async function listHeadingChoices(tx: TenantTx): Promise<HeadingChoice[]> {
  const { rows } = await sql<HeadingChoice>`
    select subject, key, heading from heading_choices where tenant_id = ${tx.tenantId} order by subject, key`.execute(
    tx,
  )
  return rows
}

/** Keeps choices in place of those before. @param by.userId Null when the platform chose. */
export async function chooseHeadings(
  tx: TenantTx,
  choices: readonly HeadingChoice[],
  by: { readonly userId: string | null; readonly now: Date },
): Promise<void> {
  await sql`
    insert into heading_choices (tenant_id, subject, key, heading, chosen_by, chosen_at)
    select ${tx.tenantId}::uuid, subject, key, heading, ${by.userId}::uuid, ${by.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as r(subject text, key text, heading text)
    on conflict (tenant_id, subject, key) do update set heading = excluded.heading, chosen_by = excluded.chosen_by,
      chosen_at = excluded.chosen_at`.execute(tx)
}

/** Takes a choice back; one that is not there is no matter. */
export async function removeHeadingChoice(
  tx: TenantTx,
  { subject, key }: Pick<HeadingChoice, 'subject' | 'key'>,
): Promise<void> {
  await sql`
    delete from heading_choices
    where tenant_id = ${tx.tenantId} and subject = ${subject} and key = ${key}`.execute(tx)
}
