// SPDX-License-Identifier: Apache-2.0
import { sellBriefPdf } from '#lib/features/brief/answer.ts'
import { answerPicture } from '#lib/features/market/picture.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  answerPicture(event, { name: `sell-${event.params.heading}.pdf`, type: 'application/pdf' }, () =>
    sellBriefPdf(event, new Date()),
  )
