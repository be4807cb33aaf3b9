// SPDX-License-Identifier: Apache-2.0
import { pasteEndpoints as at } from '@resham/contract'
import { implement, type Route } from '#platform/http/route.ts'
import { checkEntry } from './checks.service.ts'
import { readPasted } from './paste.service.ts'

/** Orders and bills as people write them, and what looks wrong before it is saved. */
export const pasteRoutes: readonly Route[] = [implement(at.read, readPasted), implement(at.check, checkEntry)]
