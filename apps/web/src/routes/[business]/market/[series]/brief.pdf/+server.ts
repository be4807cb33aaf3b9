// SPDX-License-Identifier: Apache-2.0
import { seriesBriefPdf } from '#lib/features/brief/answer.ts'
import { answerPicture } from '#lib/features/market/picture.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  answerPicture(event, { name: `${event.params.series}.pdf`, type: 'application/pdf' }, () =>
    seriesBriefPdf(event, new Date()),
  )
