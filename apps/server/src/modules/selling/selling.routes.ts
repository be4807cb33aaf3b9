// SPDX-License-Identifier: Apache-2.0
import { sellingEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { readOwed, readStatement, readTodo } from './selling.service.ts'

/** What waits to be done, who owes what. */
export const sellingRoutes: Route[] = [
  implement(at.todo, readTodo),
  implement(at.owed, readOwed),
  implement(at.statement, readStatement),
]
