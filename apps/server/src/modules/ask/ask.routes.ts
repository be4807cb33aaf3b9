// SPDX-License-Identifier: Apache-2.0
import { askEndpoints as at } from '@resham/contract'
import type { FindPack } from '#modules/calendar/index.ts'
import { implement, type Route } from '#platform/http/route.ts'
import { answerQuestion, readExamples } from './ask.service.ts'

/** Questions in plain words. */
export function askRoutes(findPack: FindPack): Route[] {
  return [
    implement(at.ask, (ctx, input) => answerQuestion(ctx, input, findPack)),
    implement(at.examples, (ctx) => readExamples(ctx, findPack)),
  ]
}
