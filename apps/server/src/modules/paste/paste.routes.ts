// SPDX-License-Identifier: Apache-2.0
import { pasteEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { checkEntry } from './checks.service.ts'
import { type PasteParts, readPasted } from './paste.service.ts'
import { suggestItemCategory } from './suggest.service.ts'

/** Orders and bills as people write them, and what looks wrong before it is saved. */
export function pasteRoutes(parts: PasteParts): Route[] {
  return [
    implement(at.read, (ctx, input) => readPasted(ctx, input, parts)),
    implement(at.check, checkEntry),
    implement(at.category, suggestItemCategory),
  ]
}
