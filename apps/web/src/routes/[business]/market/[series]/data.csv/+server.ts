// SPDX-License-Identifier: Apache-2.0
import { marketEndpoints } from '@resham/contract'
import { passFile } from '#lib/features/imports/pass-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  passFile(event, `${event.params.series}.csv`, () =>
    event.locals.api.raw(marketEndpoints.file, { params: event.params }),
  )
