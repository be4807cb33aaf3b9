// SPDX-License-Identifier: Apache-2.0
import { answerPicture } from '#lib/features/market/picture.ts'
import { statementFile } from '#lib/features/papers/answer.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  answerPicture(event, { name: `statement-${event.params.id}.pdf`, type: 'application/pdf' }, () =>
    statementFile(event),
  )
