// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { Pack } from '@resham/pack-kit'
import type { BusinessContext } from '#platform/http/route.ts'
import type { DocumentContext } from './documents.types.ts'

/** Finds a country by the id of its pack. */
export type FindPack = (id: string) => Pack | undefined

/** What documents need to know of a request: who, when, which business in which country. */
export function contextOf(ctx: BusinessContext, findPack: FindPack): DocumentContext {
  const pack = findPack(ctx.business.pack)
  if (!pack) throw new AppError('business.pack-unknown', { pack: ctx.business.pack })
  return { now: ctx.now, caller: ctx.caller, business: ctx.business, pack }
}
