// SPDX-License-Identifier: Apache-2.0
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentContext, DocumentRecord } from './documents.types.ts'
import type { Effect } from './kinds.ts'

/**
 * Moves the goods of a document, or sets them aside.
 *
 * @returns What they stand at in the books, home currency, not negative.
 */
export async function moveGoods(
  _tx: TenantTx,
  _ctx: DocumentContext,
  _document: DocumentRecord,
  _how: NonNullable<Effect['goods']>,
  _hasHappened: boolean,
): Promise<bigint> {
  return 0n
}
