// SPDX-License-Identifier: Apache-2.0
import { answerPicture, seriesSvg } from '#lib/features/market/picture.ts'
import { pngOf } from '#lib/features/market/png.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  answerPicture(event, { name: `${event.params.series}.png`, type: 'image/png' }, async () =>
    pngOf(await seriesSvg(event)),
  )
