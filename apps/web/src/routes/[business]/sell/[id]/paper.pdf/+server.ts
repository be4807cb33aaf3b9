// SPDX-License-Identifier: Apache-2.0
import { answerPicture } from '#lib/features/market/picture.ts'
import { paperFile } from '#lib/features/papers/answer.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  answerPicture(event, { name: `${event.params.id}.pdf`, type: 'application/pdf' }, () => paperFile(event))
