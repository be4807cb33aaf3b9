// SPDX-License-Identifier: Apache-2.0
import { matchingEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { confirmAutomatic, confirmMatch, dismissLine, undoMatch } from './confirm.service.ts'
import { listMatches } from './matching.service.ts'
import type { FindPack } from './matching.types.ts'

/** Which papers the lines of a statement pay. */
export function matchingRoutes(findPack: FindPack): Route[] {
  return [
    implement(at.list, (ctx, input) => listMatches(ctx, input, findPack)),
    implement(at.confirm, (ctx, input) => confirmMatch(ctx, input, findPack)),
    implement(at.confirmAutomatic, (ctx) => confirmAutomatic(ctx, findPack)),
    implement(at.dismiss, dismissLine),
    implement(at.undo, (ctx, input) => undoMatch(ctx, input, findPack)),
  ]
}
