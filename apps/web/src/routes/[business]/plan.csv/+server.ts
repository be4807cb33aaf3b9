// SPDX-License-Identifier: Apache-2.0
import { planEndpoints } from '@resham/contract'
import { passFile } from '#lib/features/imports/pass-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  passFile(event, `plan-${event.params.business}.csv`, () =>
    event.locals.api.raw(planEndpoints.file, { params: { business: event.params.business } }),
  )
