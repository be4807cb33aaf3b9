// SPDX-License-Identifier: Apache-2.0
import { destinationEndpoints as at } from '@resham/contract'
import type { FindPack } from '#modules/calendar/index.ts'
import { implement, type Route } from '#platform/http/route.ts'
import { chooseHeading, rankHeading, readHeadings, readSubjects } from './destinations.service.ts'

/** Where to sell: headings of the business's goods, and the countries for each. */
export function destinationRoutes(findPack: FindPack): Route[] {
  return [
    implement(at.subjects, readSubjects),
    implement(at.choose, chooseHeading),
    implement(at.headings, readHeadings),
    implement(at.rank, (ctx, input) => rankHeading(ctx, input, findPack)),
  ]
}
