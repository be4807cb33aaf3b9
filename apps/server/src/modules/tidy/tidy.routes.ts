// SPDX-License-Identifier: Apache-2.0
import { tidyEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { keepApart, merge, undoMerge } from './merge.service.ts'
import { listTidy } from './tidy.service.ts'

/** What stands in the books twice. */
export const tidyRoutes: readonly Route[] = [
  implement(at.list, listTidy),
  implement(at.merge, merge),
  implement(at.undo, undoMerge),
  implement(at.keepApart, keepApart),
]
