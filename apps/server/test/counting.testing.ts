// SPDX-License-Identifier: Apache-2.0
import { withTenant } from '#platform/db/tenancy.ts'
import { type JobContext, jobKind } from '#platform/queue/job.ts'
import { upsertCustomers } from '../src/modules/parties/parties.repository.ts'
import { aWorld } from './samples/world.ts'

/** Work that can be seen: adds a customer a step. */
export const counting = jobKind<{ upTo: number }>({ name: 'test.count', unit: 'items', attempts: 2 })

/** Counts; `hold` is called before each step. */
export async function countUp(
  ctx: JobContext,
  { upTo }: { upTo: number },
  hold: (step: number) => Promise<void>,
): Promise<void> {
  const world = aWorld('Counter')
  for (let step = 1; step <= upTo; step += 1) {
    await hold(step)
    await withTenant(ctx.db, ctx.tenantId, (tx) =>
      upsertCustomers(tx, [{ id: world.id(`step ${step}`), code: `step ${step}`, name: `step ${step}` }]),
    )
    ctx.report(step, upTo)
  }
}
