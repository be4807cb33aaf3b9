// SPDX-License-Identifier: Apache-2.0
import { moveEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { readMoves } from './moves.service.ts'

/** What moves with the sales of a business. */
export const moveRoutes: readonly Route[] = [implement(at.list, readMoves)]
