// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints as at } from '@resham/contract'
import { implement, type Route } from '../http/route.ts'
import * as businesses from './businesses.service.ts'
import { rememberedWith } from './remembered.ts'

/** Businesses and the people in them. */
export function businessRoutes(parts: businesses.BusinessParts): Route[] {
  return [
    implement(at.list, (ctx) => businesses.listBusinesses(ctx, parts)),
    implement(at.create, (ctx, input) => businesses.createBusiness(ctx, input, parts)),
    // Every page asks. While the books are empty they are looked at each time: the first sales are waited for.
    implement(at.read, (ctx) =>
      rememberedWith(
        ctx.caller,
        `business ${ctx.business.tenantId}`,
        () => businesses.readBusiness(ctx, parts),
        ({ books }) => books !== null,
      ),
    ),
    implement(at.change, (ctx, input) => businesses.changeBusiness(ctx, input, parts)),
    implement(at.listMembers, businesses.listMembers),
    implement(at.changeMember, businesses.changeMember),
    implement(at.removeMember, businesses.removeMember),
    implement(at.leave, businesses.leave),
  ]
}
