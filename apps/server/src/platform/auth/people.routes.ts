// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints as at } from '@resham/contract'
import { implement, type Route } from '../http/route.ts'
import * as people from './people.service.ts'

/** Invitations, keys for other programs, and the audit trail. */
export const peopleRoutes: Route[] = [
  implement(at.listInvitations, people.listInvitations),
  implement(at.invite, people.invite),
  implement(at.withdrawInvitation, people.withdrawInvitation),
  implement(at.readInvitation, people.readInvitation),
  implement(at.acceptInvitation, people.acceptInvitation),
  implement(at.listTokens, people.listTokens),
  implement(at.createToken, people.createToken),
  implement(at.revokeToken, people.revokeToken),
  implement(at.listAudit, people.listAudit),
]
