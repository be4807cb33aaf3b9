// SPDX-License-Identifier: Apache-2.0
import { booksEndpoints } from '@resham/contract'
import { passFile } from '#lib/features/imports/pass-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  passFile(event, 'accounts.csv', () => event.locals.api.raw(booksEndpoints.chartFile, { params: event.params }))
