// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints as at } from '@resham/contract'
import { implement, type Route } from '../http/route.ts'
import * as businesses from './businesses.service.ts'

/** Businesses and the people in them. */
export function businessRoutes(parts: businesses.BusinessParts): Route[] {
  return [
    implement(at.list, (ctx) => businesses.listBusinesses(ctx, parts)),
    implement(at.create, (ctx, input) => businesses.createBusiness(ctx, input, parts)),
    implement(at.read, (ctx) => businesses.readBusiness(ctx, parts)),
    implement(at.change, (ctx, input) => businesses.changeBusiness(ctx, input, parts)),
    implement(at.listMembers, businesses.listMembers),
    implement(at.changeMember, businesses.changeMember),
    implement(at.removeMember, businesses.removeMember),
    implement(at.leave, businesses.leave),
  ]
}
