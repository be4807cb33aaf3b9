// SPDX-License-Identifier: Apache-2.0
import { answerPicture, seriesSvg } from '#lib/features/market/picture.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  answerPicture(event, { name: `${event.params.series}.svg`, type: 'image/svg+xml' }, () => seriesSvg(event))
