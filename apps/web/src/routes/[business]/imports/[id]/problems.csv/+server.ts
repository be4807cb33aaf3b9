// SPDX-License-Identifier: Apache-2.0
import { importEndpoints } from '@resham/contract'
import { passFile } from '#lib/features/imports/pass-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => {
  const { business, id } = event.params
  return passFile(event, `left-out-${id.slice(0, 8)}.csv`, () =>
    event.locals.api.raw(importEndpoints.problemsFile, { params: { business, import: id } }),
  )
}
