// SPDX-License-Identifier: Apache-2.0
import type { PlatformTx } from '../db/tenancy.ts'
import { changeBusiness } from './businesses.repository.ts'

export { openBusiness } from './businesses.service.ts'

/** Sets the currency of a business whose books are still empty. */
export async function changeCurrency(tx: PlatformTx, tenantId: string, currency: string): Promise<void> {
  await changeBusiness(tx, tenantId, { currency })
}
